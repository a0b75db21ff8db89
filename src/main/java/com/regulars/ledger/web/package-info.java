/** The ledger's verification as page and JSON. */
@NullMarked
package com.regulars.ledger.web;

import org.jspecify.annotations.NullMarked;
