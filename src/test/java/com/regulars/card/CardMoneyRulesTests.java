package com.regulars.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.regulars.access.Actor;
import com.regulars.card.programme.ProgrammeSummary;
import com.regulars.ledger.SpendOrder;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.io.UnsupportedEncodingException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What may buy a card and its money, which PINs a card may have, and which numbers a programme. */
@RegularsTest
@Import(CardFixtures.class)
class CardMoneyRulesTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    CardFixtures given;

    final Actor client = Fixtures.apiClient();

    @ParameterizedTest
    @CsvSource({
        "CASH,201,",
        "BANK_CARD,201,",
        "WECHAT,201,",
        "ALIPAY,201,",
        "OTHER,201,",
        "ON_ACCOUNT,422,ON_ACCOUNT_NOT_POSSIBLE",
        "STORED_VALUE,422,STORED_VALUE_CANNOT_BUY_STORED_VALUE"
    })
    void onlyMoneyThatIsThereTopsUpACardOrPaysItsFee(String tender, int status, String code) {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        answers(
                send(HttpMethod.POST, "/cards/" + card.number() + "/top-ups", """
                {"venueCode":"%s","amountMinor":10000,"tender":{"type":"%s"}}
                """.formatted(
                                given.venue().code(), tender)),
                status,
                code);
        answers(issue(given.memberPrice(30_000), given.customer(), """
                ,"feeTender":{"type":"%s"}""".formatted(tender)), status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"888888", "345678", "765432", "880321", "210388", "032188"})
    void weakPinsAreRefusedWhereverOneIsSet(String pin) {
        String customer = read(send(HttpMethod.POST, "/customers", """
                {"kind":"PERSON","name":"王芳","birthday":"1988-03-21"}"""), "$.id");
        ProgrammeSummary programme = given.combined(SpendOrder.PRINCIPAL_FIRST, 0L);
        answers(issue(programme, Long.parseLong(customer), ",\"pin\":\"" + pin + "\""), 422, "PIN_TOO_WEAK");
        String number = read(issue(programme, Long.parseLong(customer), ",\"pin\":\"246813\""), "$.number");
        answers(send(HttpMethod.PUT, "/cards/" + number + "/pin", "{\"pin\":\"" + pin + "\"}"), 422, "PIN_TOO_WEAK");
    }

    @ParameterizedTest
    @CsvSource({"1000,1", "1000000000000,1000000000", "1000000000,1000000"})
    void asManyPointsAsCanBeCountedAreAllowed(long points, long perMinor) {
        assertThat(createProgramme("{\"earnPerMinor\":{\"points\":%d,\"perMinor\":%d}}".formatted(points, perMinor)))
                .hasStatus(201);
    }

    @ParameterizedTest
    @CsvSource({"1001,1", "1000000000000,1", "1000000000000,999000000"})
    void moreAreRefusedAtTheProgrammeAndNotAtTheTill(long points, long perMinor) {
        answers(
                createProgramme("{\"earnPerMinor\":{\"points\":%d,\"perMinor\":%d}}".formatted(points, perMinor)),
                422,
                "TOO_MANY_POINTS");
    }

    @Test
    void percentsHaveAtMostTwoDecimals() {
        var created = createDiscount("12.5", "33.33");
        assertThat(created).hasStatus(201);
        assertThat(created).bodyText().contains("\"percentOffPaidByBalance\":12.5,\"percentOffPaidOtherwise\":33.33");
        assertThat(createDiscount("0", "20")).bodyText().contains("\"percentOffPaidOtherwise\":20}");
        assertThat(createDiscount("100", "1e1")).hasStatus(201);
        for (String wrong : new String[] {"12.345", "100.01", "-0.01", "\"12\"", "true", "null", "1e9", "1e-3"}) {
            assertThat(createDiscount("0", wrong)).hasStatus(400);
        }
    }

    private MvcTestResult createDiscount(String byBalance, String otherwise) {
        return send(HttpMethod.POST, "/card-programmes", """
                {"code":"%s","name":"卡","discount":{"percentOffPaidByBalance":%s,"percentOffPaidOtherwise":%s}}
                """.formatted(UUID.randomUUID(), byBalance, otherwise));
    }

    private MvcTestResult createProgramme(String points) {
        return send(HttpMethod.POST, "/card-programmes", """
                {"code":"%s","name":"卡","points":%s}""".formatted(UUID.randomUUID(), points));
    }

    private MvcTestResult issue(ProgrammeSummary programme, long customerId, String more) {
        return send(HttpMethod.POST, "/cards", """
                {"customerId":"%d","programmeCode":"%s","venueCode":"%s"%s}
                """.formatted(
                        customerId, programme.code(), given.venue().code(), more));
    }

    private MvcTestResult send(HttpMethod method, String path, String body) {
        return web.method(method)
                .uri("/api/v1" + path)
                .with(Fixtures.as(client))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static void answers(MvcTestResult result, int status, String code) {
        assertThat(result).hasStatus(status);
        if (code != null) {
            assertThat(result).bodyJson().extractingPath("$.code").isEqualTo(code);
        }
    }

    private static <T> T read(MvcTestResult result, String path) {
        try {
            return JsonPath.read(result.getResponse().getContentAsString(), path);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
