package com.regulars.ledger.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.card.CardFixtures;
import com.regulars.coupon.CouponFixtures;
import com.regulars.ledger.check.BooksOfAShop.Ids;
import com.regulars.testing.RegularsTest;
import com.regulars.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.TestPropertySource;

/** Whatever somebody with every right does to the books, past grants and triggers, the next verification names it. */
@RegularsTest
@Import({CardFixtures.class, BooksOfAShop.class, CouponFixtures.class})
@TestPropertySource(properties = "regulars.test.database=planted_corruptions")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedCorruptionTests {

    private static final List<String> KEPT_BY_TRIGGERS = List.of(
            "ledger_posting",
            "ledger_entry",
            "ledger_draw",
            "ledger_account",
            "ledger_lot",
            "ledger_seal",
            "ledger_sealed",
            "shift_cash_movement",
            "shift_closing",
            "shift_counted",
            "shift_handover");

    @Autowired
    BooksOfAShop shop;

    @Autowired
    Laws laws;

    @Autowired
    PostingHashes hashes;

    @Autowired
    MessageSource messages;

    @Autowired
    Clock clock;

    Ids ids;
    Connection superuser;
    JdbcClient jdbc;

    @BeforeAll
    void openTheShop() throws Exception {
        ids = shop.open();
    }

    /** What is done to the books is done in a transaction that never commits; the verification looks from within it. */
    @BeforeEach
    void pastEveryTrigger() throws SQLException {
        superuser = TestDatabase.connectAsSuperuser("planted_corruptions");
        superuser.setAutoCommit(false);
        jdbc = JdbcClient.create(new SingleConnectionDataSource(superuser, true));
        jdbc.sql("set local session_replication_role = replica").update();
        KEPT_BY_TRIGGERS.forEach(table ->
                jdbc.sql("alter table " + table + " disable trigger user").update());
    }

    @AfterEach
    void asIfNothingHadHappened() throws SQLException {
        superuser.rollback();
        superuser.close();
    }

    @Test
    void nothing_is_wrong_before() {
        assertThat(verify().findings()).isEmpty();
        assertThat(Corruption.all()).hasSizeGreaterThan(66).doesNotHaveDuplicates();
    }

    static Stream<Corruption> corruptions() {
        return Corruption.all().stream();
    }

    @ParameterizedTest
    @MethodSource("corruptions")
    void is_found_and_named(Corruption planted) {
        boolean later = planted.where().startsWith("then ");
        Long subject = later || planted.where().isEmpty() ? null : number(planted.where());
        for (String statement : filled(planted.sql()).split(";")) {
            assertThat(jdbc.sql(statement).update())
                    .as(statement)
                    .isGreaterThanOrEqualTo(statement.strip().matches("(?s)(alter|drop|create).*") ? 0 : 1);
        }
        Long expected = later ? Long.valueOf(number(planted.where().substring(5))) : subject;
        Verification found = verify();
        assertThat(found.ok()).isFalse();
        assertThat(found.findings()).anySatisfy(finding -> {
            assertThat(finding.law()).isEqualTo(planted.law());
            assertThat(finding.subject()).isEqualTo(planted.subject());
            assertThat(finding.expected()).isNotEqualTo(finding.found());
            if (expected != null) {
                assertThat(finding.subjectId()).isEqualTo(expected);
            }
        });
        found.findings().forEach(this::isWorded);
    }

    private void isWorded(Finding finding) {
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            assertThat(messages.getMessage(finding.lawKey(), null, language)).isNotBlank();
            assertThat(messages.getMessage(finding.detailKey(), null, language)).isNotBlank();
            assertThat(messages.getMessage("ledger.subject." + finding.subject(), null, language))
                    .isNotBlank();
        }
    }

    private Verification verify() {
        return new BooksCheck(jdbc, laws).run().verification();
    }

    private long number(String select) {
        String text = filled(select);
        return jdbc.sql(text.startsWith("select") ? text : "select " + text)
                .query(Long.class)
                .single();
    }

    private String filled(String sql) {
        return sql.replace("{card}", String.valueOf(ids.card()))
                .replace("{otherCard}", String.valueOf(ids.otherCard()))
                .replace("{bill}", String.valueOf(ids.bill()))
                .replace("{cashBill}", String.valueOf(ids.cashBill()))
                .replace("{pointsBill}", String.valueOf(ids.pointsBill()))
                .replace("{plainBill}", String.valueOf(ids.plainBill()))
                .replace("{feeCard}", String.valueOf(ids.feeCard()))
                .replace("{couponBill}", String.valueOf(ids.couponBill()))
                .replace("{replaced}", String.valueOf(ids.replaced()))
                .replace("{shift}", String.valueOf(ids.shift()))
                .replace("{refundedTopUp}", String.valueOf(ids.refundedTopUp()))
                .replace("{voidedTopUp}", String.valueOf(ids.voidedTopUp()));
    }
}
