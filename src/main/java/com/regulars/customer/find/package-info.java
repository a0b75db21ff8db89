/**
 * Finding a customer by any part of the name, pinyin, initials, telephone tail or number, among a million of them. Owns
 * {@code customer_term}: a plain form of what people say, and whose it is. Knows of customers only their keys.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.regulars.customer.find;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
