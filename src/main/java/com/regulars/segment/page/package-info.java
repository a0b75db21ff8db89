/**
 * What segments add to pages that are not their own: the guest's page and timeline, the home page, the menu.
 */
@NullMarked
package com.regulars.segment.page;

import org.jspecify.annotations.NullMarked;
