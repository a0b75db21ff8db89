package com.regulars.work;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.regulars.access.CurrentActor;
import com.regulars.staff.Role;
import com.regulars.testing.Browser;
import com.regulars.testing.Fixtures;
import com.regulars.testing.JourneyTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class JobProgressJourneyTests {

    @Autowired
    Jobs jobs;

    @Autowired
    Fixtures fixtures;

    private final Semaphore steps = new Semaphore(0);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theJobPageFollowsTheJobInEveryTabWithoutAskingAllTheTime(boolean sharedWorkers, Browser browser) {
        Page page = browser.newPage();
        if (!sharedWorkers) {
            page.addInitScript("delete window.SharedWorker");
        }
        browser.signIn(page, fixtures.hire(Role.ADMINISTRATOR));
        var questions = new CopyOnWriteArrayList<String>();
        page.onRequest(request -> {
            if (request.headers().containsKey("hx-request")) {
                questions.add(request.url());
            }
        });
        long job = CurrentActor.asSystem(() -> jobs.start("customers", "guests.csv", this::stepByStep));
        page.navigate("/jobs/" + job);
        Page otherTab = page.context().newPage();
        otherTab.navigate("/jobs/" + job);
        assertThat(page.locator("#job-progress")).containsText("运行中");
        browser.checkAccessibility(page);

        steps.release();
        assertThat(page.locator("#job-progress")).containsText("1,000 / 2,000");
        if (sharedWorkers) {
            assertThat(otherTab.locator("#job-progress")).containsText("1,000 / 2,000");
        }
        steps.release();
        assertThat(page.locator("#job-progress .tag")).hasText("完成");
        page.bringToFront();
        assertThat(questions.size()).as("questions asked by the page").isBetween(1, 6);
        page.reload();
        assertThat(page.locator("#job-progress .tag")).hasText("完成");
        browser.assertNoErrors();
    }

    private void stepByStep(JobProgress progress) throws InterruptedException {
        progress.expect(2_000);
        for (int step = 0; step < 2; step++) {
            steps.acquire();
            progress.add(new JobProgress.Batch(1_000, 1_000, 0, List.of()));
        }
    }
}
