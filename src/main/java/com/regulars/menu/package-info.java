/**
 * What a venue sells: dishes with a normal and a member price (R4.4).
 * Owns {@code menu_*} tables; the menu's price counts, never the till's.
 */
@ApplicationModule(allowedDependencies = {"shared", "access", "audit", "venue", "staff", "work", "request"})
@NullMarked
package com.regulars.menu;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
