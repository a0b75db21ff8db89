/** What cards add to pages that are not their own: the guest's page, the menu at the side, the search. */
@NullMarked
package com.regulars.card.page;

import org.jspecify.annotations.NullMarked;
