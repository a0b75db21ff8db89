/** The customer card in the browser and on the wire. */
@NullMarked
package com.regulars.customer.web;

import org.jspecify.annotations.NullMarked;
