package com.regulars.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.testing.RegularsTest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For every kind of posting one module stands, and what it publishes about them has the columns the proof reads. */
@RegularsTest
class CausedPostingsTests {

    /** Kinds that nothing makes yet; whoever makes one stands for it. */
    private static final Set<PostingKind> NOT_MADE_YET = EnumSet.of(PostingKind.OPENING);

    @Autowired
    List<CausesPostings> causing;

    @Autowired
    List<KeepsLaws> keeping;

    @Autowired
    JdbcClient jdbc;

    @Test
    void exactlyOneModuleStandsForEveryKind() {
        assertThat(causing.stream().flatMap(module -> module.kinds().stream()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(NOT_MADE_YET)));
    }

    @Test
    void allPublishTheColumnsThatTheProofReads() {
        for (CausesPostings module : causing) {
            assertColumns(
                    module.causes(),
                    "posting_id, kind, cause, cause_id, label, reference, venue_id, shift_id, business_date,"
                            + " refunds_posting_id, moves");
            assertColumns(module.contents(), "posting_id, cause, cause_id, content");
            assertColumns(module.claims(), "posting_id, account_kind, holder_id, amount");
            assertColumns(module.receipts(), "venue_id, till, receipt_number, subject, subject_id");
            module.holders().forEach(view -> assertColumns(view, "holder_id, label, page, account_kind, required"));
        }
        for (KeepsLaws module : keeping) {
            module.laws()
                    .forEach(view ->
                            assertColumns(view, "subject, subject_id, label, detail, holders, expected, found"));
        }
    }

    private void assertColumns(String view, String columns) {
        assertThat(jdbc.sql("""
                                select string_agg(attname, ', ' order by attnum) from pg_attribute
                                 where attrelid = cast(:view as regclass) and attnum > 0
                                """).param("view", view).query(String.class).single())
                .as(view)
                .isEqualTo(columns);
    }
}
