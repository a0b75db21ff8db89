/** What an administrator does with employees: hiring, roles and venues, locking, forgotten passwords (R7.1). */
@NamedInterface("administration")
@NullMarked
package com.regulars.staff.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
