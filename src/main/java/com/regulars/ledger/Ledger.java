package com.regulars.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    private final LotStore lots;
    private final PostingStore postings;

    /** Opens empty accounts for a new holder, for example a card just issued. */
    public void openAccounts(long holderId, Collection<AccountKind> kinds) {
        accounts.open(holderId, kinds);
    }

    /** Locks all accounts of these holders in the order of their ids, in one statement, and reads what is on them. */
    public LockedAccounts lock(Collection<Long> holderIds) {
        return new LockedAccounts(accounts.lock(holderIds));
    }

    /** Lets one refund of a posting run at a time; taken before the accounts are locked. */
    public void lockForRefund(long postingId) {
        accounts.lockPosting(postingId);
    }

    /**
     * What a posting moved on house accounts, and what its refunds have moved by now.
     *
     * @throws com.regulars.shared.NotFoundException when there is no such posting
     */
    public HouseTotals houseTotals(long postingId) {
        return postings.houseTotals(postingId);
    }

    /**
     * Posts one business fact.
     *
     * @param locked all accounts it moves, locked in this transaction and not posted to since
     * @throws com.regulars.shared.RefusedException {@code INSUFFICIENT_BALANCE}, {@code POINTS_NOT_ENOUGH},
     *     {@code REFUND_TOO_LARGE}, or {@code CARD_NOT_ACTIVE} for a parked account
     */
    public Posted post(NewPosting posting, LockedAccounts locked) {
        var book = new OpenBook(posting, locked, lots.load(locked, posting.refundsPostingId()));
        List<Posted.Moved> moved = posting.movements().stream().map(book::move).toList();
        long postingId = postings.write(posting, book);
        lots.write(postingId, posting.businessDate(), book);
        accounts.write(locked.changed());
        return new Posted(postingId, moved);
    }

    /**
     * Sums on house accounts.
     *
     * @param venueId where the posting was made
     * @param posted by the posting itself
     * @param refunded by its refunds, with the opposite sign
     */
    public record HouseTotals(long venueId, Map<AccountKind, Long> posted, Map<AccountKind, Long> refunded) {

        public long posted(AccountKind account) {
            return posted.getOrDefault(account, 0L);
        }

        public long refunded(AccountKind account) {
            return refunded.getOrDefault(account, 0L);
        }
    }
}
