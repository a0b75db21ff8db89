package com.regulars.card;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.ledger.AccountKind;
import com.regulars.ledger.LockedAccounts;
import com.regulars.ledger.Posted;
import com.regulars.shared.NotFoundException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which card took the place of which, and what moved with it. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Replacements {

    private final JdbcClient jdbc;
    private final Cards cards;
    private final CurrentActor currentActor;
    private final Clock clock;

    /** The card that took the place of this one. */
    public Optional<CardSummary> findSuccessor(CardSummary card) {
        return card.status() == CardStatus.REPLACED
                ? other("select replaced_by_id from card where id = :card", card)
                : Optional.empty();
    }

    /** The card whose place this one took. */
    public Optional<CardSummary> findPredecessor(CardSummary card) {
        return other("select card_id from card_replacement where successor_id = :card", card);
    }

    private Optional<CardSummary> other(String sql, CardSummary card) {
        return jdbc.sql(sql)
                .param("card", card.id())
                .query(Long.class)
                .optional()
                .map(cards::get);
    }

    /**
     * What moved when a card was replaced.
     *
     * @param number of the card that was replaced
     * @throws NotFoundException when there is no such card or it was not replaced
     */
    public ReplacementSlip slip(String number) {
        CardSummary card = cards.get(number);
        return jdbc.sql("select * from card_replacement where card_id = :card")
                .param("card", card.id())
                .query((row, line) -> new ReplacementSlip(
                        card,
                        cards.get(row.getLong("successor_id")),
                        row.getLong("venue_id"),
                        row.getLong("principal_minor"),
                        row.getLong("bonus_minor"),
                        row.getLong("points"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("done_by_name"),
                        row.getString("approved_by_name")))
                .optional()
                .orElseThrow(() -> new NotFoundException("replacement", card.maskedNumber()));
    }

    /**
     * Writes a replacement down.
     *
     * @param before the accounts as they were
     * @param posted null when there was nothing on the card
     */
    void insert(Card card, Card successor, LockedAccounts before, @Nullable Posted posted, @Nullable Actor approver) {
        Actor actor = currentActor.get();
        jdbc.sql("""
                        insert into card_replacement (id, card_id, successor_id, venue_id, posting_id, principal_minor, bonus_minor,
                                                      points, at, done_by_key, done_by_name, approved_by_key, approved_by_name)
                        values (nextval('card_replacement_seq'), :card, :successor, :venue, :posting, :principal, :bonus, :points,
                                :at, :byKey, :byName, :approverKey, :approverName)
                        """)
                .param("card", card.getId())
                .param("successor", successor.getId())
                .param("venue", successor.getVenueId())
                .param("posting", posted == null ? null : posted.id())
                .param("principal", before.balance(card.getId(), AccountKind.PRINCIPAL))
                .param("bonus", before.balance(card.getId(), AccountKind.BONUS))
                .param("points", before.balance(card.getId(), AccountKind.POINTS))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("byKey", actor.key())
                .param("byName", actor.name())
                .param("approverKey", approver == null ? null : approver.key())
                .param("approverName", approver == null ? null : approver.name())
                .update();
    }
}
