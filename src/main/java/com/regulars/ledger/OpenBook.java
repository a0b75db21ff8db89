package com.regulars.ledger;

import com.regulars.ledger.LockedAccounts.Account;
import com.regulars.ledger.Movement.AddPoints;
import com.regulars.ledger.Movement.AddValue;
import com.regulars.ledger.Movement.ClawBackPoints;
import com.regulars.ledger.Movement.DrawValue;
import com.regulars.ledger.Movement.EmptyLot;
import com.regulars.ledger.Movement.ExpirePoints;
import com.regulars.ledger.Movement.GiveBackPoints;
import com.regulars.ledger.Movement.GiveBackValue;
import com.regulars.ledger.Movement.House;
import com.regulars.ledger.Movement.MovePoints;
import com.regulars.ledger.Movement.MoveValue;
import com.regulars.ledger.Movement.SpendPoints;
import com.regulars.ledger.Posted.Moved;
import com.regulars.shared.RefusedException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Works out what a posting does to accounts and lots, without touching the database: the entries, the draws and the new
 * lots. A refusal leaves nothing behind.
 */
final class OpenBook {

    /** How long points live that come back after the lot they were spent from has ended. */
    private static final int DAYS_OF_RETURNED_POINTS = 30;

    /** No balance grows beyond what can be added up without a second thought. */
    private static final long LARGEST_BALANCE = 1_000_000_000_000_000L;

    private final NewPosting posting;
    private final LockedAccounts accounts;
    private final LotShelf lots;

    final List<Entry> entries = new ArrayList<>();
    final List<NewLot> newLots = new ArrayList<>();
    final Map<AccountKind, Long> house = new EnumMap<>(AccountKind.class);

    /** One entry on a guest's account. */
    record Entry(long accountId, long amount, long balanceAfter, String explanation) {}

    OpenBook(NewPosting posting, LockedAccounts accounts, List<Lot> lots) {
        this.posting = posting;
        this.accounts = accounts;
        this.lots = new LotShelf(lots);
    }

    List<LotShelf.Draw> draws() {
        return lots.draws();
    }

    Moved move(Movement movement) {
        return switch (movement) {
            case House money -> {
                house(money.account(), money.amount());
                yield new Moved(Math.absExact(money.amount()), 0, 0, 0);
            }
            case AddValue add -> add(add);
            case DrawValue draw -> draw(draw);
            case GiveBackValue back -> giveBack(back);
            case MoveValue all -> move(all);
            case EmptyLot lot -> empty(lot);
            case AddPoints add -> add(add);
            case SpendPoints spend -> spend(spend);
            case GiveBackPoints back -> giveBack(back);
            case MovePoints all -> move(all);
            case ClawBackPoints claw -> clawBack(claw);
            case ExpirePoints expire -> expire(expire);
        };
    }

    private Moved add(AddValue add) {
        Account principal = accounts.require(add.holderId(), AccountKind.PRINCIPAL);
        Account bonus = accounts.require(add.holderId(), AccountKind.BONUS);
        newLots.add(new NewLot(
                principal.id, bonus.id, add.principal(), add.bonus(), add.rule(), posting.businessDate(), null));
        house(AccountKind.BONUS_EXPENSE, -add.bonus());
        return value(principal, bonus, add.principal(), add.bonus(), add.explanation());
    }

    private Moved draw(DrawValue draw) {
        Account principal = accounts.require(draw.holderId(), AccountKind.PRINCIPAL);
        Account bonus = accounts.require(draw.holderId(), AccountKind.BONUS);
        long fromPrincipal = draw.order().split(draw.amount(), principal.balance, bonus.balance);
        long fromBonus = draw.amount() - fromPrincipal;
        lots.drawValue(principal.id, fromPrincipal, fromBonus, draw.listValue());
        return value(principal, bonus, -fromPrincipal, -fromBonus, draw.explanation());
    }

    private Moved giveBack(GiveBackValue back) {
        Account drawnFrom = accounts.require(back.holderId(), AccountKind.PRINCIPAL);
        Account principal = accounts.require(back.ontoHolderId(), AccountKind.PRINCIPAL);
        Account bonus = accounts.require(back.ontoHolderId(), AccountKind.BONUS);
        long toPrincipal = drawnFrom == principal
                ? lots.giveBackValue(principal.id, back.amount())
                : goOn(lots.giveBackElsewhere(drawnFrom.id, back.amount()), principal.id, bonus.id);
        return value(principal, bonus, toPrincipal, back.amount() - toPrincipal, back.explanation());
    }

    private Moved empty(EmptyLot lot) {
        Account principal = accounts.require(lot.holderId(), AccountKind.PRINCIPAL);
        Account bonus = accounts.require(lot.holderId(), AccountKind.BONUS);
        List<LotShelf.Part> parts = lots.empty(principal.id, lot.originId());
        return value(
                principal,
                bonus,
                -parts.stream().mapToLong(LotShelf.Part::amount).sum(),
                -parts.stream().mapToLong(LotShelf.Part::bonus).sum(),
                lot.explanation());
    }

    private Moved move(MoveValue all) {
        Account principal = accounts.require(all.holderId(), AccountKind.PRINCIPAL);
        Account bonus = accounts.require(all.holderId(), AccountKind.BONUS);
        Account ontoPrincipal = accounts.require(all.ontoHolderId(), AccountKind.PRINCIPAL);
        Account ontoBonus = accounts.require(all.ontoHolderId(), AccountKind.BONUS);
        long amount = principal.balance;
        long bonusAmount = bonus.balance;
        goOn(lots.moveAll(principal.id), ontoPrincipal.id, ontoBonus.id);
        value(principal, bonus, -amount, -bonusAmount, all.explanation());
        return value(ontoPrincipal, ontoBonus, amount, bonusAmount, all.explanation());
    }

    private Moved move(MovePoints all) {
        Account points = accounts.require(all.holderId(), AccountKind.POINTS);
        Account onto = accounts.require(all.ontoHolderId(), AccountKind.POINTS);
        long amount = points.balance;
        goOn(lots.moveAll(points.id), onto.id, null);
        points(points, -amount, all.explanation());
        return points(onto, amount, all.explanation());
    }

    /** @return how much of the first account goes on */
    private long goOn(List<LotShelf.Part> parts, long accountId, @Nullable Long bonusAccountId) {
        parts.forEach(part -> newLots.add(NewLot.movedFrom(part, accountId, bonusAccountId)));
        return parts.stream().mapToLong(LotShelf.Part::amount).sum();
    }

    private Moved add(AddPoints add) {
        Account points = accounts.require(add.holderId(), AccountKind.POINTS);
        newLots.add(new NewLot(points.id, null, add.points(), 0, add.explanation(), add.usableFrom(), add.expiresOn()));
        house(AccountKind.POINTS_EARNED, -add.points());
        return points(points, add.points(), add.explanation());
    }

    private Moved spend(SpendPoints spend) {
        Account points = accounts.require(spend.holderId(), AccountKind.POINTS);
        if (spend.points() > lots.usablePoints(points.id, posting.businessDate())) {
            throw new RefusedException("POINTS_NOT_ENOUGH");
        }
        lots.spendPoints(points.id, spend.points(), posting.businessDate());
        house(AccountKind.POINTS_REDEEMED, spend.points());
        return points(points, -spend.points(), spend.explanation());
    }

    private Moved giveBack(GiveBackPoints back) {
        Account spentFrom = accounts.require(back.holderId(), AccountKind.POINTS);
        Account points = accounts.require(back.ontoHolderId(), AccountKind.POINTS);
        long withoutLot = spentFrom == points
                ? lots.giveBackPoints(points.id, back.points(), posting.businessDate())
                : goOnOrEnd(lots.giveBackPointsElsewhere(spentFrom.id, back.points()), points.id);
        if (withoutLot > 0) {
            newLots.add(returned(points.id, withoutLot, back.explanation()));
        }
        house(AccountKind.POINTS_REDEEMED, -back.points());
        return points(points, back.points(), back.explanation());
    }

    /** @return how many points have no lot to be in, because theirs has ended */
    private long goOnOrEnd(List<LotShelf.Part> parts, long accountId) {
        Map<Boolean, List<LotShelf.Part>> byEnd = parts.stream()
                .collect(Collectors.partitioningBy(part -> part.lot().hasEndedBy(posting.businessDate())));
        goOn(byEnd.getOrDefault(false, List.of()), accountId, null);
        return byEnd.getOrDefault(true, List.of()).stream()
                .mapToLong(LotShelf.Part::amount)
                .sum();
    }

    private Moved clawBack(ClawBackPoints claw) {
        Account points = accounts.require(claw.holderId(), AccountKind.POINTS);
        long taken = Math.min(claw.points(), points.balance);
        long fromLots = Math.min(taken, lots.held(points.id));
        lots.clawBackPoints(points.id, fromLots, posting.refundsPostingId());
        takeFromReturned(points.id, taken - fromLots);
        house(AccountKind.POINTS_EARNED, taken);
        return points(points, -taken, claw.explanation());
    }

    private NewLot returned(long accountId, long points, String rule) {
        LocalDate today = posting.businessDate();
        return new NewLot(accountId, null, points, 0, rule, today, today.plusDays(DAYS_OF_RETURNED_POINTS));
    }

    /** Points that came back in this same posting are in a lot that is still to be made: it is made smaller, or not at all. */
    private void takeFromReturned(long accountId, long points) {
        long toGo = points;
        for (int i = newLots.size() - 1; i >= 0 && toGo > 0; i--) {
            NewLot lot = newLots.get(i);
            if (lot.accountId() == accountId) {
                long part = Math.min(toGo, lot.amount());
                toGo -= part;
                newLots.remove(i);
                if (part < lot.amount()) {
                    newLots.add(i, lot.less(part));
                }
            }
        }
        if (toGo > 0) {
            throw new IllegalStateException("Lots and account differ by " + toGo);
        }
    }

    private Moved expire(ExpirePoints expire) {
        Account points = accounts.require(expire.holderId(), AccountKind.POINTS);
        long ended = lots.expirePoints(points.id, posting.businessDate());
        house(AccountKind.POINTS_EXPIRED, ended);
        return points(points, -ended, expire.explanation());
    }

    private Moved value(Account principal, Account bonus, long amount, long bonusAmount, String explanation) {
        long before = principal.balance + bonus.balance;
        enter(principal, amount, explanation, "INSUFFICIENT_BALANCE");
        enter(bonus, bonusAmount, explanation, "INSUFFICIENT_BALANCE");
        return new Moved(Math.absExact(amount), Math.absExact(bonusAmount), before, principal.balance + bonus.balance);
    }

    private Moved points(Account points, long amount, String explanation) {
        long before = points.balance;
        enter(points, amount, explanation, "POINTS_NOT_ENOUGH");
        return new Moved(Math.absExact(amount), 0, before, points.balance);
    }

    private void enter(Account account, long amount, String explanation, String refusal) {
        if (amount == 0) {
            return;
        }
        long after = Math.addExact(account.balance, amount);
        if (after < 0) {
            throw new RefusedException(refusal);
        }
        if (amount > 0 && after > LARGEST_BALANCE) {
            throw new RefusedException("BALANCE_LIMIT");
        }
        account.balance = after;
        entries.add(new Entry(account.id, amount, after, explanation));
    }

    private void house(AccountKind account, long amount) {
        house.merge(account, amount, Math::addExact);
    }
}
