/**
 * The customer card (R1): who a guest is, how to find them and what is known about them. Here are the card itself and what
 * other modules ask of it; its features have packages of their own: {@code profile}, {@code find}, {@code tag},
 * {@code observation}, {@code list}, {@code transfer} (files), {@code page} (the guest's page and what modules put on it).
 * Owns {@code customer} and the {@code customer_*} tables. Knows none of the modules that contribute to its pages.
 */
@ApplicationModule(
        allowedDependencies = {"shared", "access", "audit", "venue", "staff", "work", "request", "customer.find"})
@NullMarked
package com.regulars.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
