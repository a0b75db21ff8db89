/**
 * Who acts: employees with roles, API clients with scopes, and the venues each may act in (R7.1).
 * Owns sign-in data, permissions and {@code CurrentActor}; declares {@code Requires}, which every handler carries.
 * The security filter chains live in {@code shell}, which wires what is decided here.
 */
@ApplicationModule(allowedDependencies = {"shared", "venue"})
@NullMarked
package com.regulars.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
