package com.regulars.card.programme;

/**
 * Makes a programme that cards can be issued under.
 *
 * @param code short stable name used by tills
 */
public record CreateProgramme(String code, String name, ProgrammeTerms terms) {}
