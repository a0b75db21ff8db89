/**
 * What employees saw or heard about a guest (R1.3): noted in one line, retired when it is no longer true, never overwritten.
 */
@NamedInterface("observation")
@NullMarked
package com.regulars.customer.observation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
