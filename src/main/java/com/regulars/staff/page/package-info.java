/** What staff adds to pages that are not its own: the menu at the side. */
@NullMarked
package com.regulars.staff.page;

import org.jspecify.annotations.NullMarked;
