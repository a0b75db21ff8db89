/**
 * Customers from files: known ones take over what changed, new ones are registered, a batch at a time.
 */
@NamedInterface("transfer")
@NullMarked
package com.regulars.customer.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
