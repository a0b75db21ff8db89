/** The list of customers: views, filters, order and pages. */
@NullMarked
package com.regulars.customer.list;

import org.jspecify.annotations.NullMarked;
