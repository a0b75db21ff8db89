/**
 * Giving money of a bill back. How much of what is reckoned in {@code RefundReckoning} and nowhere else.\n */
@NullMarked
package com.regulars.settlement.refund;

import org.jspecify.annotations.NullMarked;
