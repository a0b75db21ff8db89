package com.regulars.card;

import static com.regulars.ledger.PostingKind.CARD_FEE;
import static com.regulars.ledger.PostingKind.CARD_REPLACEMENT;
import static com.regulars.ledger.PostingKind.POINTS_EXPIRY;
import static com.regulars.ledger.PostingKind.TOP_UP;
import static com.regulars.ledger.PostingKind.TOP_UP_REFUND;
import static com.regulars.ledger.PostingKind.TOP_UP_VOID;

import com.regulars.ledger.CausesPostings;
import com.regulars.ledger.PostingKind;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What cards tell the proof of the books: top-ups and what went back of them, fees, replacements and points that ended, and
 * who holds which accounts.
 */
@Component
class CardBooks implements CausesPostings {

    @Override
    public Set<PostingKind> kinds() {
        return Set.of(TOP_UP, TOP_UP_VOID, TOP_UP_REFUND, CARD_FEE, CARD_REPLACEMENT, POINTS_EXPIRY);
    }

    @Override
    public String causes() {
        return "card_v_posting_cause";
    }

    @Override
    public String contents() {
        return "card_v_posting_content";
    }

    @Override
    public String claims() {
        return "card_v_posting_claim";
    }

    @Override
    public String receipts() {
        return "card_v_receipt";
    }

    @Override
    public List<String> holders() {
        return List.of("card_v_account_holder");
    }

    @Override
    public List<String> laws() {
        return List.of("card_v_wrong_expiry", "card_v_wrong_replacement", "card_v_wrong_reversal");
    }
}
