/** The first page after signing in, put together from what the modules contribute. */
@NullMarked
package com.regulars.shell.home;

import org.jspecify.annotations.NullMarked;
