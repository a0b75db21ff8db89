package com.regulars.card.statement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened on a card, line by line, every line explained (R4.3, R4.8). */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class CardStatements {

    /** What moved on the card's accounts, and the fee it was bought with, which moved none of them. */
    private static final String LINES = """
            select line.* from (
                select e.id number, p.at, p.kind, a.kind account, e.amount, e.balance_after, p.reference, e.explanation,
                       p.business_date
                from ledger_v_account a
                join ledger_v_entry e on e.account_id = a.id
                join ledger_v_posting p on p.id = e.posting_id
                where a.holder_id = :card
                union all
                select 0, p.at, p.kind, 'FEE', c.fee_minor, 0, p.reference, :fee || c.fee_minor, p.business_date
                from card c join ledger_v_posting p on p.id = c.fee_posting_id
                where c.id = :card
            ) line
            where line.business_date between :from and :to
            """;

    private static final String FEE =
            Explained.as("fee", new Explained.Amount(0)).replaceFirst("0$", "");

    private final JdbcClient jdbc;
    private final Explained explained;

    /**
     * The lines of business days, oldest first.
     *
     * @param from first business day, or null for the beginning
     * @param to last business day, or null for today
     */
    public List<StatementLine> of(long cardId, @Nullable LocalDate from, @Nullable LocalDate to, Locale language) {
        return lines(
                LINES + "order by line.number",
                cardId,
                from == null ? LocalDate.of(1900, 1, 1) : from,
                to == null ? LocalDate.of(9999, 12, 31) : to,
                language);
    }

    /** The newest lines, newest first. */
    public List<StatementLine> newest(long cardId, int limit, Locale language) {
        return lines(
                LINES + "order by line.number desc limit " + limit,
                cardId,
                LocalDate.of(1900, 1, 1),
                LocalDate.of(9999, 12, 31),
                language);
    }

    private List<StatementLine> lines(String sql, long cardId, LocalDate from, LocalDate to, Locale language) {
        return jdbc.sql(sql)
                .param("card", cardId)
                .param("fee", FEE)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> new StatementLine(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("kind"),
                        row.getString("account"),
                        row.getLong("amount"),
                        row.getLong("balance_after"),
                        row.getString("reference"),
                        explained.inWords(row.getString("explanation"), language)))
                .list();
    }
}
