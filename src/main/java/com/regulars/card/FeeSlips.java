package com.regulars.card;

import com.regulars.access.CurrentActor;
import com.regulars.ledger.TenderType;
import com.regulars.shared.NotFoundException;
import java.time.OffsetDateTime;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the fees that were paid for cards. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class FeeSlips {

    private final JdbcClient jdbc;
    private final Cards cards;
    private final CurrentActor currentActor;

    /** @throws NotFoundException when there is no such card, it cost nothing, or was paid for in a venue the actor may not act in */
    public FeeSlip get(String cardNumber) {
        CardSummary card = cards.get(cardNumber);
        FeeSlip slip = find(card).orElseThrow(() -> new NotFoundException("feeSlip", card.maskedNumber()));
        currentActor.requireVenue(slip.venueId(), "feeSlip", card.maskedNumber());
        return slip;
    }

    /** Whether the card cost something, in a venue where the actor may read what was paid. */
    public boolean isOpen(CardSummary card) {
        return find(card)
                .filter(slip -> currentActor.get().mayActIn(slip.venueId()))
                .isPresent();
    }

    private Optional<FeeSlip> find(CardSummary card) {
        return jdbc.sql("""
                        select venue_id, fee_tender, fee_minor, fee_receipt_number, issued_at, issued_by_name
                        from card where id = :card and fee_minor > 0
                        """)
                .param("card", card.id())
                .query((row, number) -> new FeeSlip(
                        card,
                        row.getLong("venue_id"),
                        TenderType.valueOf(row.getString("fee_tender")),
                        row.getLong("fee_minor"),
                        row.getString("fee_receipt_number"),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                        row.getString("issued_by_name")))
                .optional();
    }
}
