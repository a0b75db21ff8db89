/** The page of the manager's overview. */
@NullMarked
package com.regulars.insight.web;

import org.jspecify.annotations.NullMarked;
