package com.regulars.ledger.check;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the seals. */
@Repository
@RequiredArgsConstructor
class SealChain {

    /** How many postings one seal takes, unless one transaction made more. */
    static final int MOST_IN_ONE = 5_000;

    /** One sealer at a time on all nodes. */
    private static final long LOCK = 0x5345_414c;

    /**
     * What no transaction can add to any more: below the oldest one that runs, above what was sealed. The first seal on a
     * server also takes what a restored backup brought along, whose transactions have numbers of another server. That a
     * posting is not sealed yet is asked one by one, in the order of the index: few are taken of however many there are.
     */
    private static final String FRESH = """
            select p.id, p.made_in, p.made_in < pg_snapshot_xmin(pg_current_snapshot()) as finished
              from ledger_posting p
             where p.made_in > :through::xid8 and p.made_in < pg_snapshot_xmin(pg_current_snapshot())
               and (select s.seal_number from ledger_sealed s where s.posting_id = p.id) is null
             order by p.made_in fetch first %d rows with ties
            """.formatted(MOST_IN_ONE);

    private static final String FIRST = """
            select p.id, p.made_in, p.made_in < pg_snapshot_xmin(pg_current_snapshot()) as finished
              from ledger_posting p
             where (p.made_in < pg_snapshot_xmin(pg_current_snapshot())
                    or p.made_in >= pg_snapshot_xmax(pg_current_snapshot()))
               and not exists (select from ledger_sealed s where s.posting_id = p.id)
            """;

    private static final String SEAL = """
            with fresh as materialized (%s),
            hashed as materialized (
                select f.id, f.made_in, f.finished, h.hash from fresh f join (%s) h on h.id = f.id),
            newest as (select number, head from ledger_seal order by number desc limit 1),
            next as (
                select coalesce((select number from newest), 0) + 1 as number, (select head from newest) as previous,
                       (select system_identifier from pg_control_system()) as cluster,
                       coalesce((select made_in from hashed where finished order by made_in desc limit 1),
                                :through::xid8) as through,
                       count(*) as postings, sha256(string_agg(hash, ''::bytea order by id)) as digest,
                       :at::timestamptz as at
                  from hashed),
            seal as (
                insert into ledger_seal (number, cluster, sealed_through, postings, digest, head, at)
                select number, cluster, through, postings, digest,
                       ledger_seal_head(previous, number, cluster, through, postings, digest, at), at
                  from next where postings > 0
                returning number),
            members as (
                insert into ledger_sealed (posting_id, seal_number, hash)
                select hashed.id, seal.number, hashed.hash from hashed, seal
                returning 1)
            select count(*) from members
            """;

    private static final String COLUMNS = "select number, at, postings, encode(head, 'hex') as head from ledger_seal ";

    private static final RowMapper<Seal> READ = (row, number) -> new Seal(
            row.getLong("number"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getLong("postings"),
            row.getString("head"));

    private final JdbcClient jdbc;
    private final PostingHashes hashes;
    private final Clock clock;

    /** Until the transaction ends nobody else seals. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> true)
                .single();
    }

    /** @return how many postings the new seal took; 0 when there was nothing to seal */
    long add() {
        Optional<String> through = jdbc.sql("""
                        select sealed_through::text from ledger_seal
                         where cluster = (select system_identifier from pg_control_system()) order by number desc limit 1
                        """).query(String.class).optional();
        return jdbc.sql(SEAL.formatted(through.isPresent() ? FRESH : FIRST, hashes.all()))
                .param("through", through.orElse("0"))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    Optional<Seal> newest() {
        return jdbc.sql(COLUMNS + "order by number desc limit 1").query(READ).optional();
    }

    Optional<Seal> find(long number) {
        return jdbc.sql(COLUMNS + "where number = :number")
                .param("number", number)
                .query(READ)
                .optional();
    }

    Optional<Seal> findByHead(String head) {
        return jdbc.sql(COLUMNS + "where head = decode(:head, 'hex')")
                .param("head", head)
                .query(READ)
                .optional();
    }

    /** The first seal up to this one that is not what it was. */
    Optional<Long> brokenUpTo(long number) {
        return jdbc.sql(
                        "select min(subject_id) from ledger_v_wrong_seal where subject = 'seal' and subject_id <= :number")
                .param("number", number)
                .query(Long.class)
                .optional();
    }
}
