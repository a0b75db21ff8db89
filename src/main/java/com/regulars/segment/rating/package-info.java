/**
 * What a run computes: figures, cut-offs and states of every guest as of a date, set-based in SQL and in the caller's
 * transaction (R5.1, R5.2, R5.4). Owns the tables of what is kept ({@code segment_figure*}, {@code segment_membership},
 * {@code segment_standing}, {@code segment_histogram}, {@code segment_cell}) and writes the night's aggregates. Knows
 * neither who asks for a run nor who reads its result.
 */
@ApplicationModule(allowedDependencies = {"customer", "visit"})
@NullMarked
package com.regulars.segment.rating;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
