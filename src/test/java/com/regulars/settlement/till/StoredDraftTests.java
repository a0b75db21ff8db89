package com.regulars.settlement.till;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.settlement.quote.BillLine;
import com.regulars.testing.Golden;
import org.junit.jupiter.api.Test;

class StoredDraftTests {

    @Test
    void openBillsOfEarlierReleasesStayOpen() {
        BillDraft draft = Golden.readable(StoredDraft.class).toDraft();
        assertThat(draft.requestId()).isEqualTo("till-7");
        assertThat(draft.lines()).containsExactly(new BillLine("101", "水煮鱼", 2, 8_800, 7_800L, true));
        assertThat(draft.payment()).isEqualTo(Payment.BALANCE);
        assertThat(draft.usePoints()).isTrue();
        assertThat(draft.changes()).isEqualTo(3);
        assertThat(draft.dropped()).isEqualTo(PayingGuest.found(11L, null));
        assertThat(StoredDraft.of(draft)).isEqualTo(Golden.readable(StoredDraft.class));
    }

    @Test
    void clearedBillIsKeptUntilSomethingNewIsOnTheNext() {
        BillDraft bill = Golden.readable(StoredDraft.class).toDraft();
        BillDraft cleared = StoredDraft.of(bill.emptied()).toDraft();
        assertThat(cleared.lines()).isEmpty();
        assertThat(cleared.guest()).isEqualTo(PayingGuest.WALK_IN);
        assertThat(cleared.billNumber()).isEqualTo(bill.billNumber());
        assertThat(cleared.requestId()).isNotEqualTo(bill.requestId());

        BillDraft back = cleared.withClearedBill();
        assertThat(back.lines()).isEqualTo(bill.lines());
        assertThat(back.guest()).isEqualTo(bill.guest());
        assertThat(back.cleared()).isNull();

        BillDraft next = cleared.withDish(bill.lines().getFirst());
        assertThat(next.cleared()).isNull();
        assertThat(next.withClearedBill().lines()).hasSize(1);
        assertThat(cleared.withGuest(bill.guest()).cleared()).isNull();
    }
}
