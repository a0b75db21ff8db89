package com.regulars.card.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.regulars.access.CurrentActor;
import com.regulars.card.programme.ProgrammeTerms.MemberPrice;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.testing.StatementCount;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RegularsTest
class ProgrammeModuleTests {

    private static final ProgrammeTerms TERMS = member(30_000);

    @Autowired
    Programmes programmes;

    @Autowired
    ProgrammeEditing editing;

    @Autowired
    ProgrammeRepository repository;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void aNewProgrammeIsThereAtOnceWithItsFirstTerms() {
        assertThat(programmes.all()).as("read and kept").isNotNull();
        ProgrammeSummary created = create();

        assertThat(programmes.find(created.code())).contains(created);
        assertThat(programmes.get(created.id())).isEqualTo(created);
        assertThat(programmes.all()).contains(created);
        assertThat(created.version()).isEqualTo(1);
        assertThat(created.terms()).isEqualTo(TERMS);
    }

    @Test
    void whatWasReadOnceIsReadFromMemory() {
        ProgrammeSummary created = create();
        assertThat(programmes.all()).contains(created);
        assertThat(StatementCount.during(() -> {
                    programmes.get(created.id());
                    programmes.get(created.code());
                    programmes.all();
                }))
                .isEmpty();
    }

    @Test
    void whoMadeItIsKeptByKeyAndName() {
        var maker = Fixtures.apiClient();
        ProgrammeSummary created = CurrentActor.as(maker, () -> editing.create(command()));
        assertThat(jdbc.sql("""
                        select p.created_by_key || ' ' || p.created_by_name || ' ' || t.set_by_key || ' ' || t.set_by_name
                        from card_programme p join card_programme_terms t on t.programme_id = p.id where p.id = :id
                        """).param("id", created.id()).query(String.class).single())
                .isEqualTo("%1$s %2$s %1$s %2$s".formatted(maker.key(), maker.name()));
    }

    @Test
    void aCodeIsTakenOnce() {
        ProgrammeSummary created = create();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> CurrentActor.asSystem(
                        () -> editing.create(new CreateProgramme(created.code(), "another", TERMS))))
                .satisfies(refused -> assertThat(refused.getCode()).isEqualTo("PROGRAMME_EXISTS"));
    }

    @Test
    void aProgrammeNobodyMadeIsNotFound() {
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> programmes.get("nobody-made-it"));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> programmes.get(-1));
    }

    @Test
    void changedTermsAreAnotherVersionAndTheNewestCounts() {
        ProgrammeSummary created = create();
        LocalDate tomorrow = validFrom(created).plusDays(1);
        change(
                created,
                programme -> programme.changeTerms(member(50_000), tomorrow, Fixtures.apiClient(), clock.instant()));
        programmes.changed();

        assertThat(programmes.get(created.id()).terms()).isEqualTo(member(50_000));
        assertThat(programmes.get(created.id()).version()).isEqualTo(2);
        transactions.executeWithoutResult(status -> {
            var versions = repository.findById(created.id()).orElseThrow().getVersions();
            assertThat(versions).extracting(TermsVersion::getTerms).containsExactly(TERMS, member(50_000));
            assertThat(versions.getLast().getValidFrom()).isEqualTo(tomorrow);
        });
    }

    @Test
    void termsCannotBeginBeforeThoseTheyFollow() {
        ProgrammeSummary created = create();
        LocalDate yesterday = validFrom(created).minusDays(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change(
                        created,
                        programme -> programme.changeTerms(TERMS, yesterday, Fixtures.apiClient(), clock.instant())));
    }

    @Test
    void theDatabaseRefusesTermsThatDoNotNameTheirShape() {
        ProgrammeSummary created = create();
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("""
                                insert into card_programme_terms
                                select programme_id, 2, valid_from, '{"memberPrice":{}}', set_at, set_by_key, set_by_name
                                from card_programme_terms where programme_id = :id
                                """).param("id", created.id()).update())
                .withMessageContaining("card_programme_terms_shaped");
    }

    private LocalDate validFrom(ProgrammeSummary programme) {
        return jdbc.sql("select max(valid_from) from card_programme_terms where programme_id = :id")
                .param("id", programme.id())
                .query(LocalDate.class)
                .single();
    }

    private void change(ProgrammeSummary programme, Consumer<CardProgramme> change) {
        transactions.executeWithoutResult(
                status -> change.accept(repository.findById(programme.id()).orElseThrow()));
    }

    private ProgrammeSummary create() {
        return CurrentActor.asSystem(() -> editing.create(command()));
    }

    private static CreateProgramme command() {
        String code = "p" + UUID.randomUUID().toString().substring(0, 8);
        return new CreateProgramme(code, "金卡 " + code, TERMS);
    }

    private static ProgrammeTerms member(long fee) {
        return new ProgrammeTerms(null, null, null, new MemberPrice(fee, 12));
    }
}
