/** Shifts as pages and as JSON: opening, cash in and out, the blind count, handing over. */
@NullMarked
package com.regulars.shift.web;

import org.jspecify.annotations.NullMarked;
