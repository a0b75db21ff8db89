/**
 * What every module may use: money, rates and shares, refusals, the clock, the contributions to page frame and search,
 * and the database this installation runs on. It knows no guest and no employee.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package com.regulars.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
