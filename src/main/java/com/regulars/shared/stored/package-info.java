/** JSON that is kept in the database: named shapes with a version, written by one rule and read by a tolerant one. */
@NullMarked
package com.regulars.shared.stored;

import org.jspecify.annotations.NullMarked;
