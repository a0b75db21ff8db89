/** What bills show on the pages of other modules. */
@NullMarked
package com.regulars.settlement.page;

import org.jspecify.annotations.NullMarked;
