/**
 * The customer card (R1): who a guest is, how to find them and what is known about them.
 * Owns {@code customer_*} tables and the search terms behind the one search box.
 * Declares the contributions that modules above make to the page of a guest; it knows none of them.
 */
@ApplicationModule(allowedDependencies = {"shared", "access", "audit", "venue", "staff", "work", "request"})
@NullMarked
package com.regulars.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
