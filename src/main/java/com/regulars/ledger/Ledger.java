package com.regulars.ledger;

import com.regulars.shared.RefusedException;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves value: every posting sums to zero per unit, is only ever added, and is the one reason why a balance changes.
 * Always within the caller's transaction, which decides whether all of it happened.
 */
@Service
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class Ledger {

    private final AccountStore accounts;
    private final LotQueries lots;
    private final PostingQueries postings;
    private final PostingWriter writer;

    /** Opens empty accounts for a new holder, for example a card just issued. */
    public void openAccounts(long holderId, Collection<AccountKind> kinds) {
        accounts.open(holderId, kinds);
    }

    /** Locks all accounts of these holders in the order of their ids, in one statement, and reads what is on them. */
    public LockedAccounts lock(Collection<Long> holderIds) {
        return new LockedAccounts(accounts.lock(holderIds));
    }

    /**
     * Posts one business fact.
     *
     * @param locked all accounts it moves, locked in this transaction and not posted to since
     * @throws RefusedException {@code INSUFFICIENT_BALANCE}, {@code POINTS_NOT_ENOUGH}, {@code REFUND_TOO_LARGE}, or
     *     {@code CARD_NOT_ACTIVE} for a parked account
     */
    public Posted post(NewPosting posting, LockedAccounts locked) {
        var book = new OpenBook(posting, locked, lots.load(locked, posting.refundsPostingId()));
        List<Posted.Moved> moved = posting.movements().stream().map(book::move).toList();
        if (posting.refundsPostingId() != null) {
            requireWithin(posting.refundsPostingId(), book);
        }
        return new Posted(writer.write(posting, book, locked), moved);
    }

    /** No refund takes more off a house account than its original and earlier refunds left there. */
    private void requireWithin(long originalId, OpenBook book) {
        accounts.lockPosting(originalId);
        var totals = postings.houseTotals(originalId);
        book.house.forEach((account, amount) -> {
            if (!totals.covers(account, amount)) {
                throw new RefusedException("REFUND_TOO_LARGE");
            }
        });
    }
}
