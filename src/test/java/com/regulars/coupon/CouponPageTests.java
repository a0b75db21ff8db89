package com.regulars.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.card.CardFixtures;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RegularsTest
@Import({CardFixtures.class, CouponFixtures.class})
class CouponPageTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    CardFixtures cards;

    @Autowired
    CouponFixtures coupons;

    @Autowired
    Coupons given;

    @ParameterizedTest
    @CsvSource({"zh,优惠券,满 100.00 可用", "en,Coupons,From a bill of 100.00"})
    void kindsSayTheirRulesInWords(Locale language, String title, String rule) {
        String kind = coupons.amountOff(5_000, 10_000, true);
        assertThat(get("/coupons", language, Role.MANAGER))
                .hasStatusOk()
                .bodyText()
                .contains(title, rule, kind, "50.00")
                .doesNotContain("??");
    }

    @Test
    void aKindIsMadeAndEndedByTheAdministratorOnly() {
        String code = "f" + UUID.randomUUID().toString().substring(0, 10);
        assertThat(create(code, "percentOff", "12.5", Role.MANAGER)).hasStatus(403);
        assertThat(create(code, "percentOff", "12.5", Role.ADMINISTRATOR)).hasStatus(302);
        assertThat(get("/coupons", Locale.ENGLISH, Role.ADMINISTRATOR))
                .bodyText()
                .contains("12.5% off", "At most 2 for each guest");
        assertThat(web.post()
                        .uri("/coupons/kinds/{code}/end", code)
                        .with(csrf())
                        .with(Fixtures.as(Role.ADMINISTRATOR)))
                .hasStatus(302);
        long guest = cards.cardWith(10_000).customerId();
        assertThat(issue(guest, code, "2099-12-31")).hasStatus(422).bodyText().contains("No more coupons of the kind");
    }

    @Test
    void whatWasTypedStaysWhenAFieldIsWrong() {
        assertThat(create("bad code", "percentOff", "250", Role.ADMINISTRATOR))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"bad code\"", "value=\"250\"", "生日券");
        assertThat(create("good", "percentOff", "", Role.ADMINISTRATOR))
                .hasStatus(422)
                .bodyText()
                .contains("percentOff-error");
    }

    @ParameterizedTest
    @CsvSource({"zh,可用,二维码", "en,usable,QR code"})
    void aGuestIsGivenOneThatCanBeSeenAndPrinted(Locale language, String status, String qr) {
        long guest = cards.cardWith(10_000).customerId();
        String kind = coupons.amountOff(5_000, 0, true);
        assertThat(issue(guest, kind, "2020-01-01")).hasStatus(422).bodyText().contains("validUntil-error");
        assertThat(issue(guest, kind, "2099-12-31")).hasStatus(302);
        CouponSummary coupon = given.ofCustomer(guest).getFirst();
        assertThat(get("/coupons/" + coupon.code(), language, Role.CASHIER))
                .hasStatusOk()
                .bodyText()
                .contains(status, qr, coupon.spelledCode(), "2099-12-31")
                .doesNotContain("??");
        assertThat(get("/coupons/" + coupon.code() + "/qr.svg", language, Role.CASHIER))
                .hasStatusOk()
                .hasHeader("Content-Type", "image/svg+xml;charset=UTF-8")
                .bodyText()
                .contains("<path");
        assertThat(get("/customers/" + guest, language, Role.MANAGER))
                .hasStatusOk()
                .bodyText()
                .contains("/coupons/" + coupon.code(), "/coupons/issue?customerId=" + guest);
    }

    @Test
    void aTransferableOneIsPassedOnAndShowsWhoBroughtWhom() {
        long guest = cards.cardWith(10_000).customerId();
        long friend = cards.cardWith(10_000).customerId();
        String code = coupons.give(guest, coupons.amountOff(5_000, 0, true));
        assertThat(passOn(code, friend, Role.CASHIER)).hasStatus(403);
        assertThat(passOn(code, friend, Role.MANAGER)).hasStatus(302);
        assertThat(given.get(code).customerId()).isEqualTo(friend);
        assertThat(get("/coupons/" + code, Locale.ENGLISH, Role.MANAGER))
                .bodyText()
                .contains("Who brought whom", "/customers/" + guest, "/customers/" + friend);
        String bound = coupons.give(guest, coupons.amountOff(5_000, 0, false));
        assertThat(passOn(bound, friend, Role.MANAGER)).hasStatus(422);
        assertThat(given.get(bound).customerId()).isEqualTo(guest);
    }

    private MvcTestResult create(String code, String field, String value, Role role) {
        return web.post()
                .uri("/coupons")
                .param("code", code)
                .param("name", "生日券")
                .param("worth", "PERCENT")
                .param("amountOff", "")
                .param(field, value)
                .param("perGuestLimit", "2")
                .header("Accept-Language", "en")
                .with(csrf())
                .with(Fixtures.as(role))
                .exchange();
    }

    private MvcTestResult issue(long guest, String kind, String until) {
        return web.post()
                .uri("/coupons/issue")
                .param("customerId", String.valueOf(guest))
                .param("templateCode", kind)
                .param("validUntil", until)
                .header("Accept-Language", "en")
                .with(csrf())
                .with(Fixtures.as(Role.MANAGER))
                .exchange();
    }

    private MvcTestResult passOn(String code, long guest, Role role) {
        return web.post()
                .uri("/coupons/{code}/pass-on", code)
                .param("customerId", String.valueOf(guest))
                .with(csrf())
                .with(Fixtures.as(role))
                .exchange();
    }

    private MvcTestResult get(String url, Locale language, Role role) {
        return web.get()
                .uri(url)
                .header("Accept-Language", language.toLanguageTag())
                .with(Fixtures.as(role))
                .exchange();
    }
}
