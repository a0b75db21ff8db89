package com.regulars.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.regulars.access.CurrentActor;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegularsTest
class CustomerModuleTests {

    @Autowired
    CustomerRegistration registration;

    @Autowired
    Customers customers;

    @Autowired
    CustomerRatings ratings;

    @Test
    void registersAPersonWithANumberAndAMaskedPhone() {
        String phone = freshPhone();
        var registered = register(RegisterCustomer.person("  张建国 ", phone));
        assertThat(registered.name()).isEqualTo("张建国");
        assertThat(registered.number()).matches("K-\\d{6,}");
        assertThat(registered.phoneMasked()).isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));
        assertThat(registered.ratingStatus()).isEqualTo("NEW");
        assertThat(customers.findByNumber(registered.number())).contains(registered);
    }

    @Test
    void refusesAPhoneThatAnotherCustomerHas() {
        String phone = freshPhone();
        var first = register(RegisterCustomer.person("李婉清", phone));
        assertThatThrownBy(() -> register(RegisterCustomer.person("别人", "+86 " + phone)))
                .isInstanceOfSatisfying(
                        CustomerExistsException.class,
                        exists -> assertThat(exists.existingId()).isEqualTo(first.id()));
    }

    @Test
    void refusesAReferenceThatAnotherCustomerHas() {
        String ref = UUID.randomUUID().toString();
        var first = register(withRef("甲", ref));
        assertThatThrownBy(() -> register(withRef("乙", ref)))
                .isInstanceOfSatisfying(
                        CustomerExistsException.class,
                        exists -> assertThat(exists.existingId()).isEqualTo(first.id()));
    }

    @Test
    void findsByAnyPartOfTheNamePinyinInitialsAndPhoneTail() {
        String phone = freshPhone();
        long id = register(RegisterCustomer.person("单曾珺" + rare(), phone)).id();
        String name = customers.get(id).name();
        assertThat(found(name.substring(1))).contains(id);
        assertThat(found("shanzeng")).contains(id);
        assertThat(found("dancengj")).contains(id);
        assertThat(found("SZJ")).contains(id);
        assertThat(found(phone.substring(7))).contains(id);
        assertThat(found(phone.substring(5))).doesNotContain(id);
        assertThat(found(phone)).contains(id);
    }

    @Test
    void showsTheRatingOfTheLastRun() {
        long id = register(RegisterCustomer.person("欧阳雪", null)).id();
        ratings.apply(List.of(new RatingChange(id, "B", "RATED", LocalDate.of(2026, 11, 3), "A")));
        assertThat(customers.get(id).quadrant()).isEqualTo("B");
        ratings.apply(List.of(new RatingChange(id, null, "LAPSED", LocalDate.of(2026, 11, 4), "B")));
        assertThat(customers.get(id).ratingStatus()).isEqualTo("LAPSED");
    }

    private List<Long> found(String query) {
        return customers.search(query, 200).stream().map(CustomerSummary::id).toList();
    }

    private CustomerSummary register(RegisterCustomer command) {
        return CurrentActor.as(Fixtures.apiClient(), () -> registration.register(command));
    }

    private static RegisterCustomer withRef(String name, String ref) {
        return new RegisterCustomer(CustomerKind.PERSON, name, null, null, null, null, ref, List.of("老客", "靠窗"));
    }

    static String freshPhone() {
        return "13" + ThreadLocalRandom.current().nextLong(100_000_000L, 1_000_000_000L);
    }

    private static String rare() {
        return Character.toString(0x5000 + ThreadLocalRandom.current().nextInt(0x3000));
    }
}
