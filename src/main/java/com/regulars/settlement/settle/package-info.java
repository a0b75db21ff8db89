/**
 * Paying a bill once, in one transaction (R4.7): lock, price anew, PIN, one posting, the visit, the receipt number last.\n */
@NamedInterface("settle")
@NullMarked
package com.regulars.settlement.settle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
