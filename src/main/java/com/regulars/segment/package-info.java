/**
 * Frequency × average spend: the nightly run that puts every customer into a quadrant, the movements between dates and the manager's dashboard of them (R5.1 to R5.4).
 * Owns {@code segment_*} tables; B is the best quadrant, C the least. Reads visits, writes the current letter to {@code customer} by call.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "audit",
            "venue",
            "staff",
            "work",
            "request",
            "customer",
            "customer :: page",
            "visit",
            "segment.rating"
        })
@NullMarked
package com.regulars.segment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
