package com.regulars.ledger.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.card.CardFixtures;
import com.regulars.coupon.CouponFixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.TestPropertySource;

/** What a printed head proves, and what may be sealed when. */
@RegularsTest
@Import({CardFixtures.class, BooksOfAShop.class, CouponFixtures.class})
@TestPropertySource(properties = "regulars.test.database=seals")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealTests {

    private static final String NEW_POSTING = """
            insert into ledger_posting (kind, reference, venue_id, business_date, at, actor_key, actor_name)
            values ('BILL', 'late', (select min(id) from venue), date '2026-11-24', now(), 'x', 'x') returning id
            """;

    @Autowired
    BooksOfAShop shop;

    @Autowired
    Seals seals;

    @Autowired
    Laws laws;

    @Autowired
    PostingHashes hashes;

    @Autowired
    Clock clock;

    Connection superuser;
    JdbcClient jdbc;

    @BeforeAll
    void openTheShop() throws Exception {
        shop.open();
    }

    @BeforeEach
    void connect() throws SQLException {
        superuser = connection();
        superuser.setAutoCommit(false);
        jdbc = JdbcClient.create(new SingleConnectionDataSource(superuser, true));
    }

    @AfterEach
    void asIfNothingHadHappened() throws SQLException {
        superuser.rollback();
        superuser.close();
    }

    @Test
    void a_printed_head_is_found_however_it_is_typed() {
        Seal newest = CardFixtures.asManager(() -> seals.newest().orElseThrow());
        assertThat(newest.printed()).matches("([0-9a-f]{8} ){7}[0-9a-f]{8}");
        assertThat(ask(newest.printed())).isEqualTo(new Witness.Contained(newest));
        assertThat(ask(" " + newest.head().toUpperCase(Locale.ROOT) + "\n")).isEqualTo(new Witness.Contained(newest));
        assertThat(ask("0".repeat(64))).isInstanceOf(Witness.Unknown.class);
        assertThat(ask("not a head")).isInstanceOf(Witness.Unknown.class);
    }

    @Test
    void whoever_rewrites_the_books_and_the_whole_chain_is_given_away_by_the_paper() {
        Seal printed = chain().newest().orElseThrow();
        pastTriggers();
        jdbc.sql("update ledger_entry set explanation = 'nothing happened'").update();
        jdbc.sql("update ledger_sealed s set hash = now.hash from (" + hashes.all()
                        + ") now where now.id = s.posting_id")
                .update();
        jdbc.sql("""
                        update ledger_seal s set digest = kept.digest
                          from (select seal_number, sha256(string_agg(hash, ''::bytea order by posting_id)) as digest
                                  from ledger_sealed group by seal_number) kept
                         where kept.seal_number = s.number
                        """).update();
        for (long number = 1; number <= printed.number(); number++) {
            jdbc.sql("""
                            update ledger_seal s
                               set head = ledger_seal_head((select b.head from ledger_seal b where b.number = s.number - 1),
                                                           number, cluster, sealed_through, postings, digest, at)
                             where number = :number
                            """).param("number", number).update();
        }
        assertThat(lawsBroken()).as("nothing inside the database tells").isEmpty();
        assertThat(new Seals(chain()).ask(printed.printed())).isInstanceOf(Witness.Unknown.class);
    }

    @Test
    void a_head_behind_a_seal_that_was_changed_says_which() {
        Seal printed = chain().newest().orElseThrow();
        assertThat(printed.number()).isGreaterThan(1);
        pastTriggers();
        jdbc.sql("update ledger_seal set postings = postings + 1 where number = 1")
                .update();
        assertThat(new Seals(chain()).ask(printed.head())).isEqualTo(new Witness.Broken(printed, 1));
    }

    @Test
    void nothing_is_sealed_while_an_older_transaction_may_still_add_to_it() throws SQLException {
        long early = jdbc.sql(NEW_POSTING).query(Long.class).single();
        try (var other = connection()) {
            other.setAutoCommit(false);
            var late = JdbcClient.create(new SingleConnectionDataSource(other, true));
            late.sql(NEW_POSTING).query(Long.class).single();
            late.sql("insert into ledger_entry (posting_id, account_id, amount) select id, a, n from ledger_posting,"
                            + " (values (1, -5), (7, 5)) as v (a, n) where id = (select max(id) from ledger_posting)")
                    .update();
            other.commit();
        }
        assertThat(CardFixtures.asManager(seals::sealSome)).isZero();
        jdbc.sql("insert into ledger_entry (posting_id, account_id, amount) values (" + early + ", 1, -5), (" + early
                        + ", 7, 5)")
                .update();
        superuser.commit();
        assertThat(CardFixtures.asManager(seals::sealSome)).isEqualTo(2);
        assertThat(CardFixtures.asManager(seals::sealSome)).isZero();
    }

    /** Transactions of another server have other numbers; those of a restored backup may lie ahead of all new ones. */
    @Test
    void books_that_were_restored_on_another_server_are_sealed_on() throws SQLException {
        pastTriggers();
        jdbc.sql("delete from ledger_sealed where seal_number > 1").update();
        jdbc.sql("delete from ledger_seal where number > 1").update();
        jdbc.sql(
                        "update ledger_posting set made_in = '900000000000' where id not in (select posting_id from ledger_sealed)")
                .update();
        jdbc.sql("""
                        update ledger_seal set cluster = 1,
                               head = ledger_seal_head(null, number, 1, sealed_through, postings, digest, at)
                        """).update();
        assertThat(chain().add()).isPositive();
        assertThat(chain().add()).isZero();
        jdbc.sql(NEW_POSTING).query(Long.class).single();
        assertThat(lawsBroken()).doesNotContain("ledger.seal", "ledger.sealed", "ledger.unsealed");
    }

    private SealChain chain() {
        return new SealChain(jdbc, hashes, clock);
    }

    private Witness ask(String printed) {
        return CardFixtures.asManager(() -> seals.ask(printed));
    }

    private List<String> lawsBroken() {
        return new BooksCheck(jdbc, laws)
                .run().verification().findings().stream()
                        .map(Finding::law)
                        .filter(law -> !law.equals("ledger.cause"))
                        .distinct()
                        .toList();
    }

    private void pastTriggers() {
        for (String table : List.of("ledger_posting", "ledger_entry", "ledger_seal", "ledger_sealed")) {
            jdbc.sql("alter table " + table + " disable trigger user").update();
        }
        jdbc.sql("set local session_replication_role = replica").update();
    }

    private static Connection connection() throws SQLException {
        return TestDatabase.connectAsSuperuser("seals");
    }
}
