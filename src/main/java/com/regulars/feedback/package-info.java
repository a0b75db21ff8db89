/**
 * Complaints, suggestions and praise as tickets with one owner until they are solved (R3.1, R3.3).
 * Owns {@code feedback_*} tables and contributes its panel to the customer page.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "audit",
            "venue",
            "staff",
            "live",
            "work",
            "request",
            "customer",
            "customer :: page",
            "contact",
            "visit",
            "menu"
        })
@NullMarked
package com.regulars.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
