/** What employees do with their own account, and the page behind a one-time link. */
@NamedInterface("account")
@NullMarked
package com.regulars.staff.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
