/**
 * The bill: quoted in a fixed order with every step explained, settled in one transaction, refunded exactly, printed as a receipt (R4.7 to R4.10).
 * Owns {@code settlement_*} tables and the till page; publishes {@code BillSettled} and {@code BillRefunded}.
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
            "ledger",
            "shift",
            "coupon",
            "card",
            "card :: programme",
            "visit",
            "menu"
        })
@NullMarked
package com.regulars.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
