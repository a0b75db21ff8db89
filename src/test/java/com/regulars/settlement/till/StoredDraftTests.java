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
}
