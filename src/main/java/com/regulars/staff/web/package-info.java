/** Pages for sign-in data: the first start, the own account, employees, API clients, changing cashier. */
@NullMarked
package com.regulars.staff.web;

import org.jspecify.annotations.NullMarked;
