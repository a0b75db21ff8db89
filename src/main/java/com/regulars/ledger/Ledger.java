package com.regulars.ledger;

import com.regulars.shared.RefusedException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DataAccessException;
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

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final AccountStore accounts;
    private final LotQueries lots;
    private final PostingQueries postings;
    private final PostingWriter writer;

    /** Opens empty accounts for a new holder, for example a card just issued. */
    public void openAccounts(long holderId, Collection<AccountKind> kinds) {
        accounts.open(holderId, kinds);
    }

    /**
     * Locks all accounts of these holders in the order of their ids, in one statement, and reads what is on them.
     *
     * @throws RefusedException {@code CARD_BUSY} when somebody else holds one for longer than a money request waits
     */
    public LockedAccounts lock(Collection<Long> holderIds) {
        try {
            return new LockedAccounts(accounts.lock(holderIds));
        } catch (DataAccessException failed) {
            throw isLockedByOthers(failed) ? new RefusedException(RefusedException.Reason.BUSY, "CARD_BUSY") : failed;
        }
    }

    /**
     * Locks them for what is not a request of money and would wait for longer: from here to the end of the transaction no
     * wait for a lock is longer than such a request waits.
     *
     * @throws RefusedException {@code CARD_BUSY}
     */
    public LockedAccounts lockAsMoneyDoes(Collection<Long> holderIds) {
        accounts.waitAsMoneyDoes();
        return lock(holderIds);
    }

    private static boolean isLockedByOthers(DataAccessException failed) {
        return failed.getRootCause() instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState());
    }

    /** Points of a holder that can pay on a business day, exactly as a posting of that day will find them. */
    public long usablePoints(LockedAccounts locked, long holderId, LocalDate businessDate) {
        return locked.find(holderId, AccountKind.POINTS)
                .map(account -> new LotShelf(locked.lots(lots::load)).usablePoints(account.id, businessDate))
                .orElse(0L);
    }

    /** The stored value that a posting brought, as it stands; believed only while the accounts that hold it are locked. */
    public ValueLot valueLot(long postingId) {
        return lots.valueLot(postingId);
    }

    /**
     * Posts one business fact.
     *
     * @param locked all accounts it moves, locked in this transaction and not posted to since
     * @throws RefusedException {@code INSUFFICIENT_BALANCE}, {@code POINTS_NOT_ENOUGH}, {@code REFUND_TOO_LARGE}, or
     *     {@code CARD_NOT_ACTIVE} for a parked account
     */
    public Posted post(NewPosting posting, LockedAccounts locked) {
        Long refunded = posting.refundsPostingId();
        var book =
                new OpenBook(posting, locked, refunded == null ? locked.lots(lots::load) : lots.load(locked, refunded));
        List<Posted.Moved> moved = posting.movements().stream().map(book::move).toList();
        if (refunded != null) {
            requireWithin(refunded, book);
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
