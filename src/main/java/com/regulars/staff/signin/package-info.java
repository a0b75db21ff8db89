/** Signing in and changing the cashier at a till: name and password, slowed down for those who guess (R7.1). */
@NamedInterface("signin")
@NullMarked
package com.regulars.staff.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
