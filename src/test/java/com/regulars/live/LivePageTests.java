package com.regulars.live;

import static com.regulars.testing.Fixtures.as;
import static com.regulars.testing.Fixtures.employee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.regulars.access.Permission;
import com.regulars.shared.broadcast.Broadcast;
import com.regulars.shared.broadcast.ListeningNode;
import com.regulars.staff.Role;
import com.regulars.testing.RegularsTest;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@RegularsTest
class LivePageTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    LiveEvents live;

    @Autowired
    LiveStreams streams;

    @Autowired
    Broadcast broadcast;

    @Autowired
    HikariDataSource pool;

    @Autowired
    TransactionTemplate transaction;

    private final long id = ThreadLocalRandom.current().nextLong(1_000_000_000L, Long.MAX_VALUE);

    @Test
    void tellsAtTheCommitToThoseWhoMayKnow() throws Exception {
        var administrator = listen(Role.ADMINISTRATOR);
        var cashier = listen(Role.CASHIER);
        transaction.executeWithoutResult(status -> {
            live.tell(LiveEvent.of("ticket", id, Permission.AUDIT_READ));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> live.tell(LiveEvent.of("ticket", id + 1, Permission.AUDIT_READ)));
        live.tell(LiveEvent.of("test", id + 2, Permission.SIGNED_IN));
        awaitText(administrator, "data:ticket:" + (id + 1));
        awaitText(cashier, "data:test:" + (id + 2));
        assertThat(text(administrator)).doesNotContain("ticket:" + id + "\n");
        assertThat(text(cashier)).doesNotContain("ticket");
    }

    @Test
    void asksForEverythingWhenSomethingMayHaveBeenMissed() throws Exception {
        var page = listen(Role.CASHIER);
        ListeningNode.cutAll();
        await().untilAsserted(() -> assertThat(text(page).split("data:\\*")).hasSizeGreaterThan(2));
        await().untilAsserted(() -> {
            live.tell(LiveEvent.of("test", id, Permission.SIGNED_IN));
            assertThat(text(page)).contains("data:test:" + id);
        });
    }

    @Test
    void holdsNoConnectionOfTheDatabase() {
        List<MvcTestResult> pages =
                IntStream.range(0, 60).mapToObj(number -> listen(Role.CASHIER)).toList();
        assertThat(pages).hasSize(60);
        assertThat(streams.count()).isGreaterThanOrEqualTo(60);
        await().untilAsserted(() ->
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isLessThan(10));
    }

    /** Headers are written by one thread: they are out before the stream's own thread may write. */
    @Test
    void sendsItsHeadersBeforeTheRequestThreadLeaves() {
        for (int i = 0; i < 40; i++) {
            var page = mvc.get()
                    .uri("/live")
                    .accept("text/event-stream")
                    .with(as(employee(Role.CASHIER)))
                    .asyncExchange();
            assertThat(page.getMvcResult().getResponse().isCommitted()).isTrue();
        }
    }

    @Test
    void passesOverWhatAnotherVersionTold() {
        var page = listen(Role.CASHIER);
        broadcast.tell(LiveEvents.TOPIC, "something new");
        broadcast.tell(LiveEvents.TOPIC, "test 1 NO_SUCH_PERMISSION - -");
        live.tell(LiveEvent.of("test", id, Permission.SIGNED_IN));
        awaitText(page, "data:test:" + id);
    }

    @Test
    void letsNobodyListenWhoIsNotSignedIn() {
        assertThat(mvc.get().uri("/live").accept("text/event-stream"))
                .hasStatus(302)
                .hasRedirectedUrl("/login");
    }

    private MvcTestResult listen(Role role) {
        var page = mvc.get()
                .uri("/live")
                .accept("text/event-stream")
                .with(as(employee(role)))
                .asyncExchange();
        awaitText(page, "data:*");
        return page;
    }

    private static void awaitText(MvcTestResult page, String text) {
        await().untilAsserted(() -> assertThat(text(page)).contains(text));
    }

    private static String text(MvcTestResult page) throws java.io.UnsupportedEncodingException {
        return page.getMvcResult().getResponse().getContentAsString();
    }
}
