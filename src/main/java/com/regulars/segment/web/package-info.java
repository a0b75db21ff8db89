/** The manager's pages and the wire contract of the segments. */
@NullMarked
package com.regulars.segment.web;

import org.jspecify.annotations.NullMarked;
