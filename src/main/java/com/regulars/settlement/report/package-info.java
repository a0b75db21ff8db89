/**
 * What a shift or a day brought (R4.9): read from the books by kind of posting and account, and from the bills for what they
 * gave away. Takings, top-ups, fees, stored value and refunds stand beside each other and are never summed into one (R4.12).
 * Changes nothing.
 */
@NullMarked
package com.regulars.settlement.report;

import org.jspecify.annotations.NullMarked;
