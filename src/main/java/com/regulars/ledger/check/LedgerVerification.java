package com.regulars.ledger.check;

import static com.regulars.access.Permission.LEDGER_VERIFY;

import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.ledger.AccountKind;
import com.regulars.request.IdempotentRequests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proves the books from their entries: every posting sums to zero, every balance equals its entries, lots equal
 * accounts, nothing is negative. A holder whose accounts do not add up is parked: nothing moves there until somebody has
 * looked.
 */
@Slf4j
@Service
@RequiredArgsConstructor
public class LedgerVerification {

    /** Longer than the longest time a till may be offline and still send its requests again. */
    private static final Duration ANSWERS_KEPT = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final BooksCheck check;
    private final IdempotentRequests requests;
    private final AuditLog auditLog;
    private final Clock clock;

    /** A verification that was kept. */
    public record Past(Instant at, Verification result, long accountsParked) {}

    /** An account that is parked. */
    public record Parked(long accountId, long holderId, AccountKind kind, long balance, long entries) {}

    /** Verifies without changing anything. */
    @Requires(LEDGER_VERIFY)
    @Transactional(readOnly = true)
    public Verification verify() {
        return check.run();
    }

    /** Verifies, parks what does not add up, and keeps the result. */
    @Requires(LEDGER_VERIFY)
    @Transactional
    public Past verifyAndPark() {
        var result = check.run();
        int parked = result.balanceMismatches() + result.lotMismatches() == 0 ? 0 : check.park();
        var past = new Past(clock.instant(), result, parked);
        keep(past);
        if (!result.ok()) {
            log.error("The books do not add up: {}; {} accounts parked", result, parked);
            auditLog.record("ledger.mismatch", "ledger", "verification", result.toString());
        }
        return past;
    }

    /** What is done every night: old answers are forgotten, then the books are proved. */
    @Requires(LEDGER_VERIFY)
    @Transactional
    public Past nightly() {
        int forgotten = requests.forgetBefore(clock.instant().minus(ANSWERS_KEPT));
        log.info("Forgot {} old answers", forgotten);
        return verifyAndPark();
    }

    /** The newest results, newest first. */
    @Requires(LEDGER_VERIFY)
    @Transactional(readOnly = true)
    public List<Past> history(int limit) {
        return jdbc.sql("select * from ledger_verification order by id desc limit :limit")
                .param("limit", limit)
                .query((row, number) -> new Past(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new Verification(
                                row.getBoolean("ok"),
                                row.getLong("postings"),
                                row.getLong("accounts"),
                                row.getLong("unbalanced_postings"),
                                row.getLong("balance_mismatches"),
                                row.getLong("lot_mismatches"),
                                row.getLong("negative_balances")),
                        row.getLong("accounts_parked")))
                .list();
    }

    /** What is parked now. */
    @Requires(LEDGER_VERIFY)
    @Transactional(readOnly = true)
    public List<Parked> parked() {
        return jdbc.sql("""
                        select a.id, a.holder_id, a.kind, a.balance,
                               (select coalesce(sum(e.amount), 0)::bigint from ledger_entry e where e.account_id = a.id) entries
                        from ledger_account a where a.parked order by a.id limit 100
                        """)
                .query((row, number) -> new Parked(
                        row.getLong("id"),
                        row.getLong("holder_id"),
                        AccountKind.valueOf(row.getString("kind")),
                        row.getLong("balance"),
                        row.getLong("entries")))
                .list();
    }

    private void keep(Past past) {
        var result = past.result();
        jdbc.sql("""
                        insert into ledger_verification (at, ok, postings, accounts, unbalanced_postings, balance_mismatches,
                                                         lot_mismatches, negative_balances, accounts_parked)
                        values (:at, :ok, :postings, :accounts, :unbalanced, :balances, :lots, :negative, :parked)
                        """)
                .param("at", past.at().atOffset(ZoneOffset.UTC))
                .param("ok", result.ok())
                .param("postings", result.postings())
                .param("accounts", result.accounts())
                .param("unbalanced", result.unbalancedPostings())
                .param("balances", result.balanceMismatches())
                .param("lots", result.lotMismatches())
                .param("negative", result.negativeBalances())
                .param("parked", past.accountsParked())
                .update();
    }
}
