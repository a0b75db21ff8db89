/** The clock of the application, which the demo data and tests can set. */
@NullMarked
package com.regulars.shared.time;

import org.jspecify.annotations.NullMarked;
