/** What the segments show on the pages of other modules. */
@NullMarked
package com.regulars.segment.page;

import org.jspecify.annotations.NullMarked;
