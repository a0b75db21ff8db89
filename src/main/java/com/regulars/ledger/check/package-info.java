/**
 * The proof of the books: what the entries say, against what is kept beside them; every night and on request.\n */
@NamedInterface("check")
@NullMarked
package com.regulars.ledger.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
