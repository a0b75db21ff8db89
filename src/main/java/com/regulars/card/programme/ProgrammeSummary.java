package com.regulars.card.programme;

/**
 * A programme as everybody but its own module sees it.
 *
 * @param code short stable name used by tills
 * @param version which of its terms these are, counted from 1
 * @param terms the ones in force
 */
public record ProgrammeSummary(long id, String code, String name, int version, ProgrammeTerms terms) {}
