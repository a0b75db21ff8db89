/** What the caller is told when something cannot be done: problems for the API, pages and alerts for people. */
@NullMarked
package com.regulars.shell.errors;

import org.jspecify.annotations.NullMarked;
