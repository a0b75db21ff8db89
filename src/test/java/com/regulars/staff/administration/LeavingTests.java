package com.regulars.staff.administration;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.contact.Channel;
import com.regulars.contact.ContactHistory;
import com.regulars.contact.ContactLog;
import com.regulars.contact.Direction;
import com.regulars.contact.LogContact;
import com.regulars.customer.CustomerRegistration;
import com.regulars.customer.RegisterCustomer;
import com.regulars.feedback.TakeTicket;
import com.regulars.feedback.TicketBook;
import com.regulars.feedback.TicketCategory;
import com.regulars.feedback.TicketSource;
import com.regulars.feedback.Tickets;
import com.regulars.staff.Role;
import com.regulars.staff.Staff;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Nobody's work is left behind when an account is locked, and nothing is locked or reset by one click. */
@RegularsTest
class LeavingTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    StaffAdministration staff;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketBook book;

    @Autowired
    ContactLog contacts;

    @Autowired
    ContactHistory history;

    @Autowired
    CustomerRegistration registration;

    @Autowired
    Fixtures fixtures;

    private long leaver;
    private long ticket;
    private long step;

    @BeforeEach
    void somebodyWithWork() {
        leaver = Staff.hire(staff, Staff.freshName(), Role.CUSTOMER_SERVICE);
        var actor = new Actor(Actor.Kind.EMPLOYEE, leaver, "周婷", Role.CUSTOMER_SERVICE.permissions(), Set.of());
        var venue = fixtures.freshVenue();
        CurrentActor.as(actor, () -> {
            ticket = tickets.take(new TakeTicket(
                            venue.id(),
                            null,
                            TicketSource.CUSTOMER_CAME,
                            TicketCategory.QUALITY_PROBLEM,
                            null,
                            "鱼不新鲜",
                            null))
                    .id();
            return ticket;
        });
        long guest = CurrentActor.as(
                Fixtures.employee(Role.values()),
                () -> registration
                        .register(RegisterCustomer.person("林美凤" + leaver, null))
                        .id());
        step = CurrentActor.as(
                actor,
                () -> contacts.log(new LogContact(
                        guest,
                        Channel.CALL,
                        Direction.OUT,
                        Instant.parse("2026-11-01T10:00:00Z"),
                        "问了生日",
                        "",
                        "备长寿面",
                        LocalDate.of(2026, 11, 2))));
    }

    @Test
    void lockingAsksFirstAndNamesWhatIsLeft() {
        assertThat(get("/staff"))
                .bodyText()
                .contains("href=\"/staff/" + leaver + "/lock\"")
                .doesNotContain("action=\"/staff/" + leaver + "/lock\"");
        assertThat(get("/staff/" + leaver + "/lock"))
                .hasStatusOk()
                .bodyText()
                .contains("未结工单", "没办的下一步", "不能再登录")
                .doesNotContain("??");
        assertThat(staff().active()).isTrue();
    }

    @Test
    void aNewPasswordAsksFirst() {
        assertThat(get("/staff/" + leaver + "/password-link"))
                .hasStatusOk()
                .bodyText()
                .contains("旧密码马上失效", "action=\"/staff/" + leaver + "/password-link\"");
        assertThat(staff().hasPassword()).isTrue();
    }

    @Test
    void theSuccessorOwnsTheTicketsAndTheNextSteps() {
        long successor = Staff.hire(staff, Staff.freshName(), Role.CUSTOMER_SERVICE);
        lock("EMPLOYEE:" + successor);

        assertThat(staff().active()).isFalse();
        assertThat(ticket().ownerKey()).isEqualTo("EMPLOYEE:" + successor);
        assertThat(Objects.requireNonNull(history.get(step).nextFor()).key()).isEqualTo("EMPLOYEE:" + successor);
        assertThat(get("/audit?action=employee.handedOver")).bodyText().contains("未结工单：1 → 员工", "没办的下一步：1 → 员工");
    }

    @Test
    void whatTheSuccessorMayNotTakeIsFree() {
        long administrator = Staff.hire(staff, Staff.freshName(), Role.ADMINISTRATOR);
        lock("EMPLOYEE:" + administrator);

        assertThat(ticket().ownerKey()).isNull();
        assertThat(history.get(step).nextFor()).isNull();
    }

    @Test
    void withoutASuccessorItIsFreeAndSomebodyElseSeesIt() {
        lock("");

        assertThat(ticket().ownerKey()).isNull();
        assertThat(web.get()
                        .uri("/")
                        .locale(Locale.CHINESE)
                        .with(as(Role.CUSTOMER_SERVICE))
                        .exchange())
                .bodyText()
                .contains("备长寿面");
    }

    private void lock(String successor) {
        assertThat(web.post()
                        .uri("/staff/" + leaver + "/lock")
                        .param("successor", successor)
                        .with(as(Role.ADMINISTRATOR))
                        .with(csrf()))
                .hasRedirectedUrl("/staff");
    }

    private com.regulars.staff.EmployeeSummary staff() {
        return CurrentActor.asSystem(() -> staff.get(leaver));
    }

    private com.regulars.feedback.TicketSummary ticket() {
        return CurrentActor.as(Fixtures.employee(Role.values()), () -> book.get(ticket));
    }

    private MvcTestResult get(String uri) {
        return web.get()
                .uri(uri)
                .locale(Locale.CHINESE)
                .with(as(Role.ADMINISTRATOR))
                .exchange();
    }
}
