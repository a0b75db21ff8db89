/**
 * A cashier's stretch of work at one till: which shift a payment belongs to.
 * Owns {@code shift_*} tables.
 */
@ApplicationModule(allowedDependencies = {"shared", "access", "audit", "venue", "staff", "work", "request"})
@NullMarked
package com.regulars.shift;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
