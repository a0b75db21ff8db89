/**
 * The page of one guest (R1.12): what it is made of and what modules put on it. The page reads its guest once, hands it to
 * every {@code GuestPageContribution} and knows none of them; this module's own parts come in the same way.
 */
@NamedInterface("page")
@NullMarked
package com.regulars.customer.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
