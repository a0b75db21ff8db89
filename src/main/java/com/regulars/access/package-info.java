/**
 * Who acts and what that one may do: the actor of the running request or job, its permissions, and {@code @Requires}, which every handler and command carries (R7.1).
 * It owns no table: employees and API clients, who become actors when they sign in, are kept in {@code staff}.
 * The security filter chains live in {@code shell}, which wires what is decided here.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package com.regulars.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
