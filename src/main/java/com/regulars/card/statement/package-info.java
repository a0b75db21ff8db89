/**
 * What happened on a card, line by line, every line explained in the reader's language (R4.3, R4.8). Owns no table: the
 * lines are the ledger's entries. Everything in {@code card} that posts writes its reason through {@code Explained}.
 */
@ApplicationModule(allowedDependencies = {"shared", "venue"})
@NullMarked
package com.regulars.card.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
