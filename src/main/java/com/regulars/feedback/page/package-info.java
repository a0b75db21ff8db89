/** What tickets show on the pages of other modules. */
@NullMarked
package com.regulars.feedback.page;

import org.jspecify.annotations.NullMarked;
