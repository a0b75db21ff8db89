/**
 * The one place where value moves: accounts, postings and signed entries, insert-only and zero-sum, with lots of stored value and points.
 * Owns {@code ledger_*} tables, receipt numbers and the ledger verification.
 * It knows neither cards nor bills: those are the causes its postings name.
 */
@ApplicationModule(allowedDependencies = {"shared", "access", "audit", "venue", "staff", "work", "request"})
@NullMarked
package com.regulars.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
