/**
 * Employees with roles, API clients with scopes, and the venues each may act in (R7.1).
 * Owns {@code staff_*} tables: sign-in data, one-time links, tokens. What a permission is stands below, in {@code access}.
 * Stands on {@code employee}, which nobody outside reaches; {@code signin}, {@code administration}, {@code client}, {@code account} and
 * {@code setup} are its parts. The security filter chains live in {@code shell}, which wires what is decided here.
 */
@ApplicationModule(allowedDependencies = {"shared", "access", "audit", "venue"})
@NullMarked
package com.regulars.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
