/**
 * Who did what, to whom and when: lines that are written in the transaction of the deed itself and never changed.
 * Owns {@code audit_*} and the page that reads it. What is worth a line is decided where the deed is done.
 */
@ApplicationModule(allowedDependencies = {"shared", "access"})
@NullMarked
package com.regulars.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
