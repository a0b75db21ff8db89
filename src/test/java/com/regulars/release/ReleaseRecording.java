package com.regulars.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.regulars.release.ReleaseFiles.Conversation;
import com.regulars.release.ReleaseFiles.Exchange;
import com.regulars.testing.RunningApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a release for the upgrade tests of those to come, once, when it is made: {@code ./mvnw -Dquick test
 * -Dtest=ReleaseRecording -Drelease.record=0.1.0}. A small brand is worked with through the API – cards, top-ups, bills of
 * every kind, refunds, refusals, tickets, an import, a run – and all its rows are kept with everything it answered.
 */
class ReleaseRecording {

    private static final String RELEASE = System.getProperty("release.record", "");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PIN = "482913";

    @TempDir
    Path home;

    private ReleaseApi api;
    private final List<Exchange> said = new ArrayList<>();
    private final Set<String> look = new LinkedHashSet<>();

    @Test
    void keepsTheRelease() throws Exception {
        assumeFalse(RELEASE.isBlank(), "Name the release that is being made: -Drelease.record=0.1.0");
        var application = new RunningApplication(home, "-Xmx512m")
                .withEnvironment("REGULARS_DEMO_CUSTOMERS", "25")
                .withEnvironment("REGULARS_SECRET", ReleaseFiles.SECRET);
        application.start();
        var files = new ReleaseFiles(RELEASE);
        files.keepMigrations();
        try (var superuser = application.connectAsSuperuser()) {
            api = new ReleaseApi(application);
            work();
            look();
            files.keep(new Conversation(said));
            try (var out = files.writeRows()) {
                Rows.write(superuser, out);
            }
        } finally {
            application.stop();
        }
    }

    private void work() throws Exception {
        made("/card-programmes", """
                {"code":"kept","name":"老会员卡","storedValue":{"topUpTiers":[{"atLeastMinor":50000,"bonusMinor":10000}],
                 "spendOrder":"PROPORTIONAL","pinAboveMinor":10000},"discount":{"percentOffPaidByBalance":10,
                 "percentOffPaidOtherwise":5},"points":{"earnPerMinor":{"points":1,"perMinor":100},
                 "redeemMinorPerPoint":10}}""");
        made("/card-programmes", """
                {"code":"price","name":"会员价卡","memberPrice":{"feeMinor":9900,"validMonths":12}}""");
        String guest = id(made("/customers", """
                {"kind":"PERSON","name":"欧阳若兮","phone":"13900001234","birthday":"1990-02-28","tags":["靠窗"]}"""));
        String house = id(made("/customers", """
                {"kind":"ORGANISATION","name":"O’Neil & Söhne 有限公司"}"""));
        String card = number(created("/cards", "card", """
                {"customerId":"%s","programmeCode":"kept","venueCode":"main","pin":"%s"}""".formatted(guest, PIN)));
        String price = number(created("/cards", "price-card", """
                {"customerId":"%s","programmeCode":"price","venueCode":"garden","feeTender":{"type":"WECHAT"}}""".formatted(house)));
        created("/cards/" + card + "/top-ups", "top-up", """
                {"venueCode":"main","amountMinor":50000,"tender":{"type":"CASH"}}""");
        created("/cards/" + card + "/top-ups", "second-top-up", """
                {"venueCode":"main","amountMinor":7000,"tender":{"type":"ALIPAY"}}""");
        bills(card, price, guest);
        made("/cards/" + price + "/freezes", "{}");
        String ticket = id(made("/feedback-tickets", """
                {"venueCode":"main","customerId":"%s","source":"VISIT_TO_CUSTOMER","category":"QUALITY_PROBLEM",
                 "product":"面","text":"汤太咸","severity":"HIGH"}""".formatted(guest)));
        look.add("/feedback-tickets/" + ticket);
        made("/customers/" + house + "/visits", """
                {"venueCode":"garden","visitedAt":"2026-11-01T12:30:00+08:00","spendMinor":123456,"externalRef":"old-1"}""");
        importing("customers", "external_ref,name,phone\nK1,钱一,13900005678\nK2,孙二,nonsense\n");
        String run = id(made("/segment-runs", "{}"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !json(api.read("/segment-runs/" + run))
                        .get("status")
                        .asString()
                        .equals("RUNNING"));
        for (String path : List.of("/customers/" + guest, "/customers/" + house)) {
            look.add(path);
            look.add(path + "/segment");
        }
        for (String number : List.of(card, price)) {
            look.add("/cards/" + number);
            look.add("/cards/" + number + "/statement");
        }
        look.add("/segment-runs/" + run);
    }

    private void bills(String card, String price, String guest) throws Exception {
        String dishes = """
                "lines":[{"name":"面","quantity":3,"unitPriceMinor":3333},{"name":"茶","quantity":2,"unitPriceMinor":500,
                 "discountable":false}]""";
        said.add(api.ask("/settlements", "no-pin", bill("K-1", card, "BALANCE", 9999, dishes, """
                {"type":"STORED_VALUE","amountMinor":9999,"cardNumber":"%s"}""".formatted(card))));
        String byCard = settled("by-card", bill("K-2", card, "BALANCE", 9999, dishes, """
                {"type":"STORED_VALUE","amountMinor":9999,"cardNumber":"%s","pin":"%s"}""".formatted(card, PIN)));
        String cash = settled("cash", bill("K-3", null, "OTHER", 10_999, dishes, """
                {"type":"CASH","amountMinor":20000}"""));
        String priced = settled("priced", bill("K-4", price, "OTHER", 1_500, """
                "lines":[{"name":"蛋糕","quantity":1,"unitPriceMinor":2000,"memberUnitPriceMinor":1500}]""", """
                {"type":"BANK_CARD","amountMinor":1500}"""));
        said.add(api.ask(
                "/settlements", "too-much", bill("K-5", card, "BALANCE", 90_000, """
                "lines":[{"name":"宴席","quantity":1,"unitPriceMinor":100000}]""", """
                {"type":"STORED_VALUE","amountMinor":90000,"cardNumber":"%s","pin":"%s"}""".formatted(card, PIN))));
        created("/settlements/" + byCard + "/refunds", "part", """
                {"lines":[{"line":0,"quantity":1}],"reason":"上错了"}""");
        created("/settlements/" + cash + "/refunds", "whole", """
                {"reason":"客人等太久"}""");
        for (String settlement : List.of(byCard, cash, priced)) {
            look.add("/settlements/" + settlement);
            look.add("/settlements/" + settlement + "/receipt");
        }
        look.add("/customers/" + guest);
    }

    private static String bill(String number, String card, String payBy, long payable, String lines, String tender) {
        return """
                {"venueCode":"main","billNumber":"%s",%s"payBy":"%s","expectedPayableMinor":%d,%s,"tenders":[%s]}""".formatted(
                        number, card == null ? "" : "\"cardNumber\":\"" + card + "\",", payBy, payable, lines, tender);
    }

    private String settled(String key, String body) throws Exception {
        return id(created("/settlements", key, body));
    }

    private void importing(String kind, String csv) throws Exception {
        var answer = api.upload("/imports/" + kind, "kept.csv", csv);
        assertThat(answer.status()).as(answer::answer).isEqualTo(202);
        String path = "/imports/" + id(answer);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !json(api.read(path)).get("status").asString().equals("RUNNING"));
        look.add(path);
        look.add(path + "/rejected");
    }

    /** At the end, when nothing changes any more. */
    private void look() throws Exception {
        look.addAll(List.of("/brand", "/card-programmes", "/segments/summary", "/ledger/verification"));
        for (String path : look) {
            said.add(api.read(path));
        }
    }

    /** What is not a movement of money is not answered from memory when it is asked again. */
    private Exchange made(String path, String body) throws Exception {
        Exchange answer = api.ask(path, path, body);
        assertThat(answer.status()).as(answer::answer).isBetween(200, 202);
        return answer;
    }

    private Exchange created(String path, String key, String body) throws Exception {
        Exchange answer = api.ask(path, key, body);
        assertThat(answer.status()).as(answer::answer).isBetween(200, 202);
        said.add(answer);
        return answer;
    }

    private static String id(Exchange answer) {
        return json(answer).get("id").asString();
    }

    private static String number(Exchange answer) {
        return json(answer).get("number").asString();
    }

    private static JsonNode json(Exchange answer) {
        return JSON.readTree(answer.answer());
    }
}
