/** The address of the event stream. */
@NullMarked
package com.regulars.live.web;

import org.jspecify.annotations.NullMarked;
