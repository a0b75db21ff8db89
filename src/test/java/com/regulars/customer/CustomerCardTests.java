package com.regulars.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.customer.observation.NotedObservation;
import com.regulars.customer.observation.ObservationCategory;
import com.regulars.customer.observation.ObservationQueries;
import com.regulars.customer.observation.Observing;
import com.regulars.customer.profile.HistoryQueries;
import com.regulars.customer.profile.ShownChange;
import com.regulars.shared.RefusedException;
import com.regulars.testing.RegularsTest;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionOperations;

@RegularsTest
class CustomerCardTests {

    private static final Actor FIRST = employee(71, "陈晓雯");
    private static final Actor NAMESAKE = employee(72, "陈晓雯");

    @Autowired
    CustomerRegistration registration;

    @Autowired
    CustomerEditing editing;

    @Autowired
    CustomerRepository cards;

    @Autowired
    CustomerStages stages;

    @Autowired
    CustomerRatings ratings;

    @Autowired
    HistoryQueries history;

    @Autowired
    Customers customers;

    @Autowired
    Observing observing;

    @Autowired
    ObservationQueries observations;

    @Autowired
    GuestQueries guests;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    MessageSource messages;

    long id;

    @BeforeEach
    void registerGuest() {
        id = as(
                        FIRST,
                        () -> registration.register(new RegisterCustomer(
                                CustomerKind.PERSON, "张建国", null, "z@example.com", null, null, null, List.of("老客"))))
                .id();
    }

    @Test
    void keepsTheOldAndTheNewValueOfEveryFieldThatChanged() {
        edit(FIRST, guests.get(id).profile().with("employer", "华昌建材").with("consentSms", true), List.of("靠窗"));
        assertThat(history.of(id, 10))
                .extracting(ShownChange::field, ShownChange::before, ShownChange::after)
                .containsExactlyInAnyOrder(
                        tuple("employer", null, "华昌建材"),
                        tuple(
                                "consentSms",
                                null,
                                messages.getMessage("customer.consent.true", null, Locale.getDefault())),
                        tuple("tags", "老客", null),
                        tuple("tags", null, "靠窗"));
        assertThat(guests.get(id).consentOn()).isNotNull();
    }

    @Test
    void anEditThatChangesNothingOnlyConfirms() {
        var before = guests.get(id);
        edit(FIRST, before.profile(), before.tags());
        var after = guests.get(id);
        assertThat(history.of(id, 10)).isEmpty();
        assertThat(after.version()).isEqualTo(before.version());
        assertThat(after.confirmedAt()).isAfter(before.confirmedAt());
    }

    @Test
    void isFoundByTheNewNameAndNumberOnly() {
        String phone = CustomerModuleTests.freshPhone();
        edit(FIRST, guests.get(id).profile().with("name", "尉迟敬德").with("phone", phone), List.of());
        assertThat(found("ycjd")).contains(id);
        assertThat(found(phone)).contains(id);
        edit(FIRST, guests.get(id).profile().with("name", "李婉清").with("phone", null), List.of());
        assertThat(found("ycjd")).doesNotContain(id);
        assertThat(found(phone)).doesNotContain(id);
        assertThat(guests.get(id).pinyin()).isEqualTo("Lǐ Wǎnqīng");
    }

    @Test
    void savingACardNeverWritesBackTheLetterAndTheStageThatMovedMeanwhile() {
        as(
                FIRST,
                () -> transaction.execute(status -> {
                    Customer card = cards.getToChange(id);
                    inAnotherTransaction(() -> ratings.apply(
                            List.of(new RatingChange(id, "B", "RATED", LocalDate.of(2026, 11, 3), null))));
                    stages.visited(List.of(id));
                    card.rename("张三");
                    return cards.saveAndFlush(card);
                }));
        var saved = customers.get(id);
        assertThat(saved.name()).isEqualTo("张三");
        assertThat(saved.quadrant()).isEqualTo("B");
        assertThat(saved.stage()).isEqualTo(LifecycleStage.ACTING);
    }

    @Test
    void movesTheStageByHandWithALineInTheHistory() {
        var guest = guests.get(id);
        as(FIRST, () -> {
            editing.edit(new EditCustomer(id, guest.version(), guest.profile(), LifecycleStage.REGULAR, guest.tags()));
            return id;
        });
        assertThat(customers.get(id).stage()).isEqualTo(LifecycleStage.REGULAR);
        assertThat(history.of(id, 10)).extracting(ShownChange::field).containsExactly("stage");
    }

    @Test
    void tellsTwoEmployeesOfTheSameNameApart() {
        edit(FIRST, guests.get(id).profile().with("employer", "华昌"), List.of());
        edit(NAMESAKE, guests.get(id).profile().with("employer", "华昌建材"), List.of());
        assertThat(history.of(id, 10).stream().filter(change -> change.field().equals("employer")))
                .extracting(ShownChange::byKey, ShownChange::byName)
                .containsExactly(tuple("EMPLOYEE:72", "陈晓雯"), tuple("EMPLOYEE:71", "陈晓雯"));
    }

    @Test
    void oldLinesKeepTheNameThatWasShownThen() {
        as(FIRST, () -> note("爱坐窗边"));
        as(employee(71, "陈晓雯（店长）"), () -> note("花生过敏"));
        assertThat(observations.of(id))
                .extracting(NotedObservation::notedByKey, NotedObservation::notedByName)
                .containsExactly(tuple("EMPLOYEE:71", "陈晓雯（店长）"), tuple("EMPLOYEE:71", "陈晓雯"));
    }

    @Test
    void refusesTheSecondOfTwoEditsOfOneVersion() {
        var guest = guests.get(id);
        edit(FIRST, guest.profile().with("employer", "华昌"), guest.tags());
        assertThatThrownBy(() -> as(NAMESAKE, () -> {
                    editing.edit(new EditCustomer(
                            id, guest.version(), guest.profile().with("note", "慢慢来"), null, guest.tags()));
                    return id;
                }))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo("CUSTOMER_CHANGED");
                    assertThat(refused.getArgs()).containsExactly("陈晓雯");
                });
    }

    @Test
    void oneOfTwoWhoRegisterTheSameNumberAtOnceLearnsWhoHasIt() throws Exception {
        String phone = CustomerModuleTests.freshPhone();
        Callable<Object> register = () -> as(FIRST, () -> {
            try {
                return registration
                        .register(RegisterCustomer.person("王五", phone))
                        .id();
            } catch (CustomerExistsException exists) {
                return exists;
            }
        });
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(register, register)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            Long made = answers.stream()
                    .filter(Long.class::isInstance)
                    .map(Long.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertThat(answers)
                    .filteredOn(CustomerExistsException.class::isInstance)
                    .singleElement()
                    .extracting(exists -> ((CustomerExistsException) exists).existingId())
                    .isEqualTo(made);
        }
    }

    @Test
    void everyFieldHasItsNameInBothLanguages() {
        assertThat(Stream.of(Locale.CHINESE, Locale.ENGLISH)
                        .flatMap(language -> ProfileField.ALL.stream()
                                .map(field -> messages.getMessage(
                                        "customer.field." + field.name(), null, "missing", language))))
                .doesNotContain("missing");
    }

    private static Actor employee(long id, String name) {
        return new Actor(Actor.Kind.EMPLOYEE, id, name, EnumSet.allOf(Permission.class), Set.of());
    }

    private static <T> T as(Actor actor, java.util.function.Supplier<T> work) {
        return CurrentActor.as(actor, work);
    }

    private static void inAnotherTransaction(Runnable work) {
        Thread other = Thread.ofPlatform().start(work);
        try {
            other.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private long note(String text) {
        observing.note(id, ObservationCategory.OTHER, text);
        return id;
    }

    private void edit(Actor by, CustomerProfile profile, List<String> tags) {
        as(by, () -> {
            editing.edit(new EditCustomer(id, guests.get(id).version(), profile, null, tags));
            return id;
        });
    }

    private List<Long> found(String query) {
        return customers.search(query, 200).stream().map(CustomerSummary::id).toList();
    }
}
