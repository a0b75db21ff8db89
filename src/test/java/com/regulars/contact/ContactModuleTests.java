package com.regulars.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.customer.CustomerRegistration;
import com.regulars.customer.RegisterCustomer;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.shared.time.ScopedClock;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@RegularsTest
class ContactModuleTests {

    static final Actor CHEN = employee(71, "陈晓雯");
    static final Actor WU = employee(72, "吴倩");

    @Autowired
    ContactLog log;

    @Autowired
    ContactHistory history;

    @Autowired
    CustomerRegistration registration;

    long customerId;

    @BeforeEach
    void registerGuest() {
        customerId = CurrentActor.asSystem(() -> registration
                .register(RegisterCustomer.person(
                        "张建国" + UUID.randomUUID().toString().substring(0, 4), null))
                .id());
    }

    @Test
    void tellsTwoAuthorsOfOneNameApart() {
        Actor namesake = employee(73, CHEN.name());
        long id = as(CHEN, () -> log.log(call("来电订周六晚包间，十位", "", null)));
        assertThat(history.get(id).loggedBy()).isEqualTo(CHEN.acted()).isNotEqualTo(namesake.acted());
        var byNamesake = new ContactFilter(null, null, namesake.key(), null, null, customerId, false);
        assertThat(history.list(byNamesake, 1, 10).rows()).isEmpty();
        assertThat(history.get(id).isEditableBy(namesake, history.get(id).loggedAt()))
                .isFalse();
    }

    @Test
    void logsACallWithWhatWasSaidAndTheNextStep() {
        long id = as(CHEN, () -> log.log(call("来电订周六晚包间，十位", "备长寿面", LocalDate.of(2026, 11, 28))));

        var contact = history.get(id);
        assertThat(contact.said()).isEqualTo("来电订周六晚包间，十位");
        assertThat(contact.loggedBy().name()).isEqualTo("陈晓雯");
        assertThat(contact.nextOn()).isEqualTo(LocalDate.of(2026, 11, 28));
        assertThat(contact.hasOpenStep()).isTrue();
        assertThat(history.ofGuest(customerId, 5).newest()).containsExactly(contact);
    }

    @Test
    void theAuthorEditsForHalfAnHourAndNobodyElseDoes() {
        long id = as(CHEN, () -> log.log(call("来电询问停车", "", null)));
        var corrected = call("来电询问停车，告知地下二层", "", null);

        assertThatThrownBy(() -> as(WU, () -> edit(id, 0, corrected)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("CONTACT_NOT_EDITABLE");
        as(CHEN, () -> edit(id, 0, corrected));
        assertThat(history.get(id).said()).endsWith("地下二层");

        ScopedClock.runAt(
                Instant.now().plus(Duration.ofMinutes(31)),
                () -> assertThatThrownBy(() -> as(CHEN, () -> edit(id, 1, corrected)))
                        .hasMessageContaining("CONTACT_NOT_EDITABLE"));
    }

    @Test
    void refusesAnEditOfWhatSomebodyChangedMeanwhile() {
        long id = as(CHEN, () -> log.log(call("来电", "", null)));
        as(CHEN, () -> edit(id, 0, call("来电道谢", "", null)));

        assertThatThrownBy(() -> as(CHEN, () -> edit(id, 0, call("来电投诉", "", null))))
                .hasMessageContaining("CONTACT_CHANGED_MEANWHILE");
        assertThat(history.get(id).said()).isEqualTo("来电道谢");
    }

    @Test
    void aCorrectionStandsBesideTheWrongEntryAndThereIsOnlyOne() {
        long wrong = as(CHEN, () -> log.log(call("订周五", "备酒", null)));
        long right = as(WU, () -> log.correct(wrong, call("订周六", "备酒", null)));

        assertThat(history.get(wrong).correctedById()).isEqualTo(right);
        assertThat(history.get(wrong).said()).isEqualTo("订周五");
        assertThat(history.get(wrong).hasOpenStep()).isFalse();
        assertThat(history.get(right).correctsId()).isEqualTo(wrong);
        assertThatThrownBy(() -> as(WU, () -> log.correct(wrong, call("订周日", "", null))))
                .hasMessageContaining("CONTACT_ALREADY_CORRECTED");
    }

    @Test
    void aStepThatIsDoneIsNoLongerDue() {
        var today = LocalDate.of(2026, 11, 22);
        Actor me = employee(Math.abs(UUID.randomUUID().hashCode()), "周婷");
        long id = as(me, () -> log.log(call("约回访", "打电话确认人数", today)));
        assertThat(history.openSteps(me.key(), today, 1000))
                .extracting(ContactSummary::id)
                .contains(id);
        assertThat(history.openSteps(me.key(), today.minusDays(1), 1000))
                .extracting(ContactSummary::id)
                .doesNotContain(id);

        as(me, () -> {
            log.completeNextStep(id);
            return null;
        });

        assertThat(history.openSteps(me.key(), today, 1000))
                .extracting(ContactSummary::id)
                .doesNotContain(id);
        assertThat(history.get(id).nextDoneBy().name()).isEqualTo("周婷");
    }

    @Test
    void refusesAContactInTheFutureAndADateWithoutAStep() {
        var tomorrow = new LogContact(
                customerId, Channel.CALL, Direction.OUT, Instant.now().plus(Duration.ofDays(1)), "回访", "", "", null);
        assertThatThrownBy(() -> as(CHEN, () -> log.log(tomorrow)))
                .isInstanceOfSatisfying(
                        InvalidFieldException.class,
                        wrong -> assertThat(wrong.getField()).isEqualTo("occurredAt"));
        assertThatThrownBy(() -> as(CHEN, () -> log.log(call("回访", " ", LocalDate.of(2026, 12, 1)))))
                .isInstanceOfSatisfying(
                        InvalidFieldException.class,
                        wrong -> assertThat(wrong.getField()).isEqualTo("nextStep"));
    }

    @Test
    void refusesACashier() {
        assertThatThrownBy(() -> as(Fixtures.employee(Role.CASHIER), () -> log.log(call("来电", "", null))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theListIsNarrowedByChannelDirectionAndDay() {
        var at = Instant.parse("2026-11-20T15:30:00Z");
        long sms = as(CHEN, () -> log.log(LogContact.line(customerId, Channel.SMS, Direction.IN, at, "下次还来")));
        as(CHEN, () -> log.log(LogContact.line(customerId, Channel.CALL, Direction.OUT, at, "去电")));

        assertThat(ids(filter(Channel.SMS, null, null))).containsExactly(sms);
        assertThat(ids(filter(null, Direction.IN, null))).containsExactly(sms);
        assertThat(ids(filter(null, null, LocalDate.of(2026, 11, 20)))).hasSize(2);
        assertThat(ids(filter(null, null, LocalDate.of(2026, 11, 21)))).isEmpty();
    }

    private ContactFilter filter(Channel channel, Direction direction, LocalDate day) {
        return new ContactFilter(channel, direction, null, day, day, customerId, false);
    }

    private java.util.List<Long> ids(ContactFilter filter) {
        return history.list(filter, 1, 50).rows().stream()
                .map(ContactSummary::id)
                .toList();
    }

    private Void edit(long id, int version, LogContact command) {
        log.edit(id, version, command);
        return null;
    }

    private LogContact call(String said, String nextStep, LocalDate nextOn) {
        return new LogContact(
                customerId, Channel.CALL, Direction.IN, Instant.now().minusSeconds(60), said, "", nextStep, nextOn);
    }

    private static <T> T as(Actor actor, Supplier<T> work) {
        return CurrentActor.as(actor, work);
    }

    private static Actor employee(long id, String name) {
        return new Actor(Actor.Kind.EMPLOYEE, id, name, EnumSet.copyOf(Role.CUSTOMER_SERVICE.permissions()), Set.of());
    }
}
