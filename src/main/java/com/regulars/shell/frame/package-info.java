/** The frame around every page: menu, user, venue, language, looks. */
@NullMarked
package com.regulars.shell.frame;

import org.jspecify.annotations.NullMarked;
