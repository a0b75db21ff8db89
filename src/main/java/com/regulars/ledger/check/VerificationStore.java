package com.regulars.ledger.check;

import com.regulars.ledger.AccountKind;
import com.regulars.ledger.check.LedgerVerification.Parked;
import com.regulars.ledger.check.LedgerVerification.Past;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The results of verifying, with what was found, and what is parked because of it. */
@Repository
@RequiredArgsConstructor
class VerificationStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Past keep(Instant at, Verification result, long parked) {
        long id = jdbc.sql("""
                        insert into ledger_verification (at, ok, postings, accounts, unbalanced_postings, balance_mismatches,
                                                         lot_mismatches, negative_balances, other_findings, accounts_parked)
                        values (:at, :ok, :postings, :accounts, :unbalanced, :balances, :lots, :negative, :others, :parked)
                        returning id
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("ok", result.ok())
                .param("postings", result.postings())
                .param("accounts", result.accounts())
                .param("unbalanced", result.unbalancedPostings())
                .param("balances", result.balanceMismatches())
                .param("lots", result.lotMismatches())
                .param("negative", result.negativeBalances())
                .param("others", result.otherFindings())
                .param("parked", parked)
                .query(Long.class)
                .single();
        List<Finding> findings = result.findings();
        batches.batchUpdate(
                """
                insert into ledger_finding (verification_id, line, law, subject, subject_id, label, detail, holders,
                                            expected, found)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                IntStream.range(0, findings.size())
                        .mapToObj(line -> row(id, line, findings.get(line)))
                        .toList());
        return new Past(id, at, result, parked);
    }

    private static Object[] row(long id, int line, Finding finding) {
        return new Object[] {
            id,
            line,
            finding.law(),
            finding.subject(),
            finding.subjectId(),
            finding.label(),
            finding.detail(),
            finding.holders().toArray(Long[]::new),
            finding.expected(),
            finding.found()
        };
    }

    List<Past> newest(int limit) {
        return jdbc.sql("select * from ledger_verification order by id desc limit :limit")
                .param("limit", limit)
                .query((row, number) -> past(row))
                .list();
    }

    private static Past past(ResultSet row) throws SQLException {
        var result = new Verification(
                row.getBoolean("ok"),
                row.getLong("postings"),
                row.getLong("accounts"),
                row.getLong("unbalanced_postings"),
                row.getLong("balance_mismatches"),
                row.getLong("lot_mismatches"),
                row.getLong("negative_balances"),
                row.getLong("other_findings"),
                List.of());
        return new Past(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                result,
                row.getLong("accounts_parked"));
    }

    List<Finding> findings(long verificationId) {
        return jdbc.sql("select * from ledger_finding where verification_id = :id order by line")
                .param("id", verificationId)
                .query((row, number) -> new Finding(
                        row.getString("law"),
                        row.getString("subject"),
                        row.getLong("subject_id"),
                        row.getString("label"),
                        row.getString("detail"),
                        Arrays.asList((Long[]) row.getArray("holders").getArray()),
                        row.getString("expected"),
                        row.getString("found")))
                .list();
    }

    List<Parked> parked() {
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
}
