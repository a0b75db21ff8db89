package com.regulars.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody holds a row of a card: what is not money waits no longer for it than a payment does, and is told why. */
@RegularsTest
@Import(CardFixtures.class)
class HeldCardTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    CardFixtures given;

    @Autowired
    DataSource database;

    CardSummary card;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from card where id = %d for update",
                "select id from ledger_account where holder_id = %d for no key update"
            })
    void freezing_and_pin_changes_are_told_that_it_is_busy(String hold) throws Exception {
        card = given.cardWith(1_000);
        try (Connection somebody = database.getConnection();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            somebody.setAutoCommit(false);
            assertThat(somebody.createStatement()
                            .executeQuery(hold.formatted(card.id()))
                            .next())
                    .isTrue();
            List<Callable<MvcTestResult>> calls = List.of(this::freezeByApi, this::pinByApi, this::freezeByPage);
            for (Future<MvcTestResult> call : threads.invokeAll(calls)) {
                assertThat(call.get()).hasStatus(503).containsHeader("Retry-After");
                assertThat(call.get()).bodyText().containsAnyOf("CARD_BUSY", "这张卡正在别处使用，请稍后再试。");
            }
            assertThat(pinByPage().getMvcResult().getFlashMap().get("flashError"))
                    .isEqualTo("refused.CARD_BUSY");
            somebody.rollback();
        }
        assertThat(pinByApi()).hasStatusOk();
        assertThat(freezeByApi()).hasStatusOk();
    }

    private MvcTestResult freezeByApi() {
        return web.post()
                .uri("/api/v1/cards/" + card.number() + "/freezes")
                .with(Fixtures.as(Fixtures.apiClient()))
                .exchange();
    }

    private MvcTestResult pinByApi() {
        return web.put()
                .uri("/api/v1/cards/" + card.number() + "/pin")
                .with(Fixtures.as(Fixtures.apiClient()))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"pin\":\"730184\"}")
                .exchange();
    }

    private MvcTestResult freezeByPage() {
        return web.post()
                .uri("/cards/{number}/freezes", card.number())
                .locale(Locale.CHINESE)
                .with(csrf())
                .with(Fixtures.as(Role.MANAGER))
                .exchange();
    }

    private MvcTestResult pinByPage() {
        return web.post()
                .uri("/cards/{number}/pin", card.number())
                .param("pin", "730184")
                .param("again", "730184")
                .with(csrf())
                .with(Fixtures.as(Role.MANAGER))
                .exchange();
    }
}
