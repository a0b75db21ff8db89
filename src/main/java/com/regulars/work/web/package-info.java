/** Pages and the API of jobs with their progress, result and refused rows, and the page of the backups. */
@NullMarked
package com.regulars.work.web;

import org.jspecify.annotations.NullMarked;
