/**
 * What a bill costs and why: a pure function in a fixed order, every step explained and shared over the lines (R4.2 to\n * R4.5, R4.10). Writes nothing.\n */
@NamedInterface("quote")
@NullMarked
package com.regulars.settlement.quote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
