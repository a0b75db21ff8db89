package com.regulars.settlement;

import static com.regulars.ledger.PostingKind.BILL;
import static com.regulars.ledger.PostingKind.BILL_REFUND;

import com.regulars.ledger.CausesPostings;
import com.regulars.ledger.PostingKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What bills tell the proof of the books: what they and their refunds must have moved, and whether they add up. */
@Component
class BillBooks implements CausesPostings {

    @Override
    public Set<PostingKind> kinds() {
        return Set.of(BILL, BILL_REFUND);
    }

    @Override
    public String causes() {
        return "settlement_v_posting_cause";
    }

    @Override
    public String contents() {
        return "settlement_v_posting_content";
    }

    @Override
    public String claims() {
        return "settlement_v_posting_claim";
    }

    @Override
    public String receipts() {
        return "settlement_v_receipt";
    }

    @Override
    public List<String> laws() {
        return List.of(
                "settlement_v_wrong_sum",
                "settlement_v_wrong_refund",
                "settlement_v_wrong_shift",
                "settlement_v_wrong_coupon");
    }

    @Override
    public Set<String> moneyDetails() {
        return Set.of(
                "list",
                "memberPrice",
                "discount",
                "coupon",
                "points",
                "rounding",
                "payable",
                "tenders",
                "listPrice",
                "refunded",
                "pointsWorthBack",
                "roundingBack",
                "tenderRefunded");
    }

    @Override
    public Map<String, String> pages() {
        return Map.of("bill", "/settlements/{id}", "refund", "/settlements?q={label}", "coupon", "/coupons/{label}");
    }
}
