/** What cards show on the pages of other modules. */
@NullMarked
package com.regulars.card.page;

import org.jspecify.annotations.NullMarked;
