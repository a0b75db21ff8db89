/**
 * Work that outlives a request: long jobs with progress, cancel and rejected rows.
 * Owns {@code work_*} tables. What a job does belongs to the module that starts it.
 */
@ApplicationModule(allowedDependencies = {"shared", "access", "audit", "venue", "staff", "live"})
@NullMarked
package com.regulars.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
