package com.regulars.ledger.check;

import java.util.List;

/**
 * One thing that is wrong with the books, named so that a person knows where to look.
 *
 * @param law which law is broken, such as {@code ledger.balance}
 * @param subject what is wrong: a posting, an account, a lot, a seal, or what the law's module calls its facts
 * @param subjectId its id
 * @param label what it is called on paper, for example a receipt number; may be empty
 * @param detail in which respect
 * @param holders ids of the cards it concerns; empty when it concerns none
 */
public record Finding(
        String law,
        String subject,
        long subjectId,
        String label,
        String detail,
        List<Long> holders,
        String expected,
        String found) {

    public Finding {
        holders = List.copyOf(holders);
    }

    /** The message that words the law; a module words its own. */
    public String lawKey() {
        return law.replace(".", ".law.");
    }

    /** The message that words in which respect. */
    public String detailKey() {
        return law.substring(0, law.indexOf('.')) + ".detail." + detail;
    }
}
