/** What contacts show on the pages of other modules. */
@NullMarked
package com.regulars.contact.page;

import org.jspecify.annotations.NullMarked;
