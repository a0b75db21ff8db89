package com.regulars.work.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.staff.Role;
import com.regulars.staff.client.Scope;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.work.JobProgress;
import com.regulars.work.Jobs;
import com.regulars.work.RejectedRow;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An import with phone numbers among its refused rows, and those who try to get at it. */
@RegularsTest
class JobRightsTests {

    private static final String PHONE = "13800138000";
    private static final long HERE = 910_001;
    private static final long ELSEWHERE = 910_002;

    @Autowired
    MockMvcTester web;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final Actor owner = client(HERE);
    private long job;

    @BeforeEach
    void anImportThatGoesOn() {
        job = CurrentActor.as(
                owner,
                () -> jobs.start("customers", "guests.csv", progress -> {
                    progress.columns(List.of("name", "phone"), List.of());
                    var row = new RejectedRow(2, List.of("张三", PHONE), "phone", "invalid.import.missing", List.of());
                    progress.add(new JobProgress.Batch(1, 0, 0, List.of(row)));
                    mayEnd.await();
                }));
        await().until(() -> CurrentActor.as(owner, () -> jobs.get(job).rejected()) == 1);
    }

    @AfterEach
    void itEnds() {
        mayEnd.countDown();
        jobs.await(job);
    }

    @Test
    void itsOwnerFollowsItAndFetchesWhatWasRefused() {
        assertThat(get("/api/v1/imports/" + job, owner)).hasStatusOk();
        assertThat(get("/api/v1/imports/" + job + "/rejected", owner))
                .hasStatusOk()
                .bodyText()
                .contains(PHONE);
        assertThat(lines("job.rejectedFetched")).isEqualTo(1);
    }

    @Test
    void toOtherClientsItIsNotThere() {
        for (Actor stranger : List.of(client(ELSEWHERE), client(HERE), everywhere())) {
            assertThat(get("/api/v1/imports/" + job, stranger)).hasStatus(404);
            assertThat(get("/api/v1/imports/" + job + "/rejected", stranger))
                    .hasStatus(404)
                    .bodyText()
                    .doesNotContain(PHONE);
        }
        assertThat(lines("job.rejectedFetched")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void toEmployeesOfOtherVenuesItIsNotThere(Role role) {
        Actor stranger = employee(role, ELSEWHERE);
        assertThat(get("/jobs/" + job, stranger)).hasStatus(404);
        assertThat(get("/jobs/" + job + "/rejected", stranger)).hasStatus(404);
        assertThat(cancel(stranger)).hasStatus(404);
        assertThat(get("/jobs", stranger).getResponse())
                .extracting(response -> response.getStatus())
                .isEqualTo(200);
        assertThat(get("/jobs", stranger)).bodyText().doesNotContain("/jobs/" + job + "\"");
        assertThat(isCancelled()).isFalse();
    }

    @Test
    void toAnEmployeeOfSomeOfItsVenuesItIsNotThereEither() {
        long brandWide = CurrentActor.as(everywhere(), () -> jobs.start("customers", "all.csv", progress -> {}));
        assertThat(get("/jobs/" + brandWide, employee(Role.MANAGER, HERE))).hasStatus(404);
        assertThat(get("/jobs/" + brandWide, employee(Role.MANAGER))).hasStatusOk();
    }

    @Test
    void aManagerOfTheVenueSeesFetchesAndStopsIt() {
        Actor manager = employee(Role.MANAGER, HERE, ELSEWHERE);
        assertThat(get("/jobs/" + job, manager))
                .hasStatusOk()
                .bodyText()
                .contains("/jobs/" + job + "/rejected", "/jobs/" + job + "/cancellation");
        assertThat(get("/jobs/" + job + "/rejected", manager))
                .hasStatusOk()
                .bodyText()
                .contains(PHONE);
        assertThat(cancel(manager)).hasStatus3xxRedirection();
        assertThat(isCancelled()).isTrue();
        assertThat(cancel(manager)).hasStatus3xxRedirection();
        assertThat(lines("job.cancelled")).isEqualTo(1);
        assertThat(lines("job.rejectedFetched")).isEqualTo(1);
    }

    @Test
    void whoMaySeeItMayNotYetStopIt() {
        Actor frontDesk = employee(Role.FRONT_DESK, HERE);
        assertThat(get("/jobs/" + job, frontDesk)).hasStatusOk().bodyText().doesNotContain("/cancellation");
        assertThat(cancel(frontDesk)).hasStatus(403);
        assertThat(isCancelled()).isFalse();
    }

    @Test
    void whoMayNotSeePhoneNumbersDoesNotGetThemFromTheFileOfOthers() {
        Actor administrator = employee(Role.ADMINISTRATOR);
        assertThat(administrator.may(Permission.CUSTOMER_REVEAL)).isFalse();
        assertThat(get("/jobs/" + job, administrator)).hasStatusOk().bodyText().doesNotContain("/rejected");
        assertThat(get("/jobs/" + job + "/rejected", administrator))
                .hasStatus(403)
                .bodyText()
                .doesNotContain(PHONE);
        assertThat(lines("job.rejectedFetched")).isZero();
    }

    private boolean isCancelled() {
        return CurrentActor.as(owner, () -> jobs.get(job).cancelRequested());
    }

    private int lines(String action) {
        return jdbc.sql("select count(*) from audit_line where action = :action and subject_id = :job")
                .param("action", action)
                .param("job", String.valueOf(job))
                .query(Integer.class)
                .single();
    }

    private MvcTestResult get(String address, Actor actor) {
        return web.get().uri(address).with(Fixtures.as(actor)).exchange();
    }

    private MvcTestResult cancel(Actor actor) {
        return web.post()
                .uri("/jobs/" + job + "/cancellation")
                .with(Fixtures.as(actor))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private static Actor client(Long... venues) {
        return actor(Actor.Kind.API_CLIENT, Scope.IMPORTS.permissions(), venues);
    }

    private static Actor everywhere() {
        return client();
    }

    private static Actor employee(Role role, Long... venues) {
        return actor(Actor.Kind.EMPLOYEE, role.permissions(), venues);
    }

    private static Actor actor(Actor.Kind kind, Set<Permission> permissions, Long... venues) {
        long id = Math.abs(UUID.randomUUID().getMostSignificantBits());
        return new Actor(kind, id, "某人", EnumSet.copyOf(permissions), Set.of(venues));
    }
}
