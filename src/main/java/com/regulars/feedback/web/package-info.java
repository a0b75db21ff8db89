/** Pages of tickets, the printed form QR855-01 and the API for other systems. */
@NullMarked
package com.regulars.feedback.web;

import org.jspecify.annotations.NullMarked;
