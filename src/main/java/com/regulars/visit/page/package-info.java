/** What visits show on the pages of other modules. */
@NullMarked
package com.regulars.visit.page;

import org.jspecify.annotations.NullMarked;
