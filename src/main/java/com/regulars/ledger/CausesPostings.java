package com.regulars.ledger;

import java.util.List;
import java.util.Set;

/**
 * A module whose business facts are posted. It stands for some kinds of postings and tells the proof of the books about
 * them in views that it publishes; every posting has exactly one cause, and every cause its posting. The columns are
 * fixed; what a cause does not know is null and is not compared.
 */
public interface CausesPostings extends KeepsLaws {

    /** The postings this module stands for; no two modules share a kind. */
    Set<PostingKind> kinds();

    /**
     * Which fact caused which posting: {@code (posting_id, kind, cause, cause_id, label, reference, venue_id, shift_id,
     * business_date, refunds_posting_id, moves)}. {@code cause} is the word for it, {@code label} its receipt number,
     * {@code moves} whether it must have a posting at all.
     */
    String causes();

    /**
     * Everything of those facts that never changes, which is what the seals hold: {@code (posting_id, cause, cause_id,
     * content)}, written without regard to settings of the session.
     */
    String contents();

    /** What those postings must have moved: {@code (posting_id, account_kind, holder_id, amount)}; the house has no holder. */
    String claims();

    /** Receipt numbers that were given: {@code (venue_id, till, receipt_number, subject, subject_id)}. */
    String receipts();

    /** Who holds accounts: {@code (holder_id, label, page, account_kind, required)}; empty where nobody does. */
    default List<String> holders() {
        return List.of();
    }
}
