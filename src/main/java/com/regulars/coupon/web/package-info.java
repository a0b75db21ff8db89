/** Coupons for other systems, and the pages of their kinds and of a single one. */
@NullMarked
package com.regulars.coupon.web;

import org.jspecify.annotations.NullMarked;
