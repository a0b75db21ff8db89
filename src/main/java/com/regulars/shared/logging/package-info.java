/**
 * How the log is written: what comes from outside stands on the line it belongs to, with its control characters spelled
 * out, so that nobody can write a line that was never logged.
 */
@NullMarked
package com.regulars.shared.logging;

import org.jspecify.annotations.NullMarked;
