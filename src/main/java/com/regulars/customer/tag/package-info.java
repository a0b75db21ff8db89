/** The managed list of tags (R1.5). Which customer wears which is part of the card. */
@NullMarked
package com.regulars.customer.tag;

import org.jspecify.annotations.NullMarked;
