package com.regulars.ledger.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.coupon.CouponFixtures;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.testing.TestDatabase;
import java.net.URI;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page that says whether the books add up, and where to look when they do not. */
@RegularsTest
@Import({CardFixtures.class, BooksOfAShop.class, CouponFixtures.class})
@TestPropertySource(properties = "regulars.test.database=ledger_page")
class LedgerPageTests {

    @Autowired
    CardFixtures given;

    @Autowired
    BooksOfAShop shop;

    @Autowired
    Seals seals;

    @Autowired
    LedgerVerification verification;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester web;

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 余额等于分录之和, 每笔账的分录与来由相符, 银行卡",
        "en, A balance is the sum of its entries, The entries of a posting are what its cause says, Bank card"
    })
    void names_the_card_and_the_bill_and_parks_the_card_only(String language, String balance, String claim, String bank)
            throws Exception {
        CardSummary card = given.cardWith(100_000);
        long bill = shop.settle(null, "OTHER", 0, 3_000, "BANK_CARD", 3_000);
        String receipt = jdbc.sql("select receipt_number from settlement where id = :id")
                .param("id", bill)
                .query(String.class)
                .single();
        shop.sealAll();
        tamper("update ledger_account set balance = balance + 7 where kind = 'PRINCIPAL' and holder_id = " + card.id());
        tamper("update settlement_tender set type = 'ALIPAY' where settlement_id = " + bill);
        verifyNow();

        assertThat(page("/ledger", Locale.forLanguageTag(language)))
                .hasStatusOk()
                .bodyText()
                .contains(balance, "/cards/" + card.number(), card.maskedNumber(), "1,000.00", "1,000.07")
                .contains(claim, "/settlements/" + bill, receipt, bank, "\u221230.00")
                .doesNotContain("??", "100007", "-3000");
        assertThat(CardFixtures.asManager(verification::parked))
                .extracting(LedgerVerification.Parked::holderId)
                .containsOnly(card.id());

        tamper("update ledger_account set balance = balance - 7, parked = false where holder_id = " + card.id()
                + " and kind = 'PRINCIPAL'");
        tamper("update ledger_account set parked = false");
        tamper("update settlement_tender set type = 'BANK_CARD' where settlement_id = " + bill);
        verifyNow();
        assertThat(CardFixtures.asManager(() -> verification.history(1)))
                .singleElement()
                .satisfies(past -> assertThat(past.result().ok()).isTrue());
    }

    @Test
    void tells_other_systems_what_it_found() throws Exception {
        long bill = shop.settle(null, "OTHER", 0, 3_000, "WECHAT", 3_000);
        shop.sealAll();
        tamper("update settlement set refunded_minor = 5 where id = " + bill);
        assertThat(page("/api/v1/ledger/verification", Locale.ENGLISH))
                .hasStatusOk()
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.ok").isEqualTo(false);
                    assertThat(json).extractingPath("$.balanceMismatches").isEqualTo(0);
                    assertThat(json).extractingPath("$.otherFindings").isEqualTo(1);
                    assertThat(json).extractingPath("$.findings[0].law").isEqualTo("settlement.refund");
                    assertThat(json).extractingPath("$.findings[0].subjectId").isEqualTo((int) bill);
                    assertThat(json).extractingPath("$.findings[0].expected").isEqualTo("0");
                    assertThat(json).extractingPath("$.findings[0].found").isEqualTo("5");
                });
        tamper("update settlement set refunded_minor = 0 where id = " + bill);
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 账目封存第, 每一环都接得上, 账本里没有这个封存码",
        "en, Seal no., stands on the one before, does not contain this head"
    })
    void prints_the_head_and_knows_it_again(String language, String title, String contained, String unknown)
            throws Exception {
        given.cardWith(100_000);
        verifyNow();
        Seal seal = CardFixtures.asManager(() -> seals.newest().orElseThrow());
        var locale = Locale.forLanguageTag(language);
        assertThat(page("/ledger", locale)).hasStatusOk().bodyText().contains(seal.printed(), title);
        assertThat(page("/ledger/seals/" + seal.number(), locale))
                .hasStatusOk()
                .bodyText()
                .contains(seal.printed(), title, "data-print")
                .doesNotContain("??");
        assertThat(page("/ledger?head=" + seal.printed().replace(" ", "%20"), locale))
                .bodyText()
                .contains(contained);
        assertThat(page("/ledger?head=" + "ab".repeat(32), locale)).bodyText().contains(unknown);
        assertThat(page("/ledger/seals/999999", locale)).hasStatus(404);
    }

    private void verifyNow() {
        assertThat(web.post().uri("/ledger/verifications").with(csrf()).with(Fixtures.as(Role.MANAGER)))
                .hasStatus(302);
    }

    private MvcTestResult page(String path, Locale language) {
        return web.get()
                .uri(URI.create(path))
                .locale(language)
                .with(Fixtures.as(path.startsWith("/api") ? Fixtures.apiClient() : Fixtures.employee(Role.MANAGER)))
                .exchange();
    }

    private static void tamper(String sql) throws SQLException {
        try (var connection = TestDatabase.connectAsSuperuser("ledger_page");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
