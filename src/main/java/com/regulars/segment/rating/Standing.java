package com.regulars.segment.rating;

import java.time.LocalDate;

/**
 * What the kept figures stand for.
 *
 * @param asOf their date
 * @param windowDays the window they were counted in
 * @param cuts the lines they are classed by
 * @param keyAccountMinor with {@code regularAccountMinor} the limits of the value classes they are added up by
 */
public record Standing(LocalDate asOf, int windowDays, Cuts cuts, long keyAccountMinor, long regularAccountMinor) {}
