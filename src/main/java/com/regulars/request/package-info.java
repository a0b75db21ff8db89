/**
 * Once only: a request that is sent again under the same key gets the first answer, whatever release wrote it, and has one effect.
 * Owns {@code request_*} tables and the savepoint a refusal goes back to. What a request does belongs to the module that asks.
 */
@ApplicationModule(allowedDependencies = {"shared", "access", "work"})
@NullMarked
package com.regulars.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
