/** What coupons add to pages that are not their own: the guest's page and the bar at the side. */
@NullMarked
package com.regulars.coupon.page;

import org.jspecify.annotations.NullMarked;
