/** The one search box: asks every module and marks what matched. */
@NullMarked
package com.regulars.shell.search;

import org.jspecify.annotations.NullMarked;
