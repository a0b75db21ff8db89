/** The employee as an aggregate with password, one-time links and sessions: what the other parts of the module stand on and nobody outside reaches. */
@NullMarked
package com.regulars.staff.employee;

import org.jspecify.annotations.NullMarked;
