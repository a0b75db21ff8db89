/**
 * What one node tells all nodes at the commit of a change, over LISTEN and NOTIFY of the database: short hints such as
 * “the venues changed”. Nothing depends on a hint being heard, because a connection can be lost: whoever listens is told
 * when something may have been missed.
 */
@NullMarked
package com.regulars.shared.broadcast;

import org.jspecify.annotations.NullMarked;
