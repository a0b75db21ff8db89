/** Visits told by other systems, and the imports of customers and visits. */
@NullMarked
package com.regulars.visit.web;

import org.jspecify.annotations.NullMarked;
