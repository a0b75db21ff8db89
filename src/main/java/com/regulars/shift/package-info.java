/**
 * A cashier's stretch of work at one till (R4.9): opened with a float, cash in and out, counted blind and closed once, handed
 * to the next cashier. Says which shift money that moves belongs to, and keeps a shift open until that money has moved. Owns
 * {@code shift} and {@code shift_*}; what guests paid is in {@code ledger}, the report is made above, in {@code settlement}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "audit",
            "venue",
            "staff",
            "staff :: signin",
            "work",
            "request",
            "ledger"
        })
@NullMarked
package com.regulars.shift;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
