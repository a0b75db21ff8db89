/**
 * The brand and its venues: names, addresses, time zones and the hour at which a venue's business day ends.
 * Owns {@code venue_*} tables and answers which business day an instant belongs to.
 * One installation serves one brand; guests are not its business.
 */
@ApplicationModule(allowedDependencies = {"shared", "access", "audit"})
@NullMarked
package com.regulars.venue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
