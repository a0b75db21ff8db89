/** The receipt (R4.8): one page for 80 mm, 58 mm or A4 paper, in the guest's language. */
@NullMarked
package com.regulars.settlement.receipt;

import org.jspecify.annotations.NullMarked;
