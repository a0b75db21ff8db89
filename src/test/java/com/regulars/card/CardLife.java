package com.regulars.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.card.BillCards.PointsMovement;
import com.regulars.card.BillCards.StoredValuePayment;
import com.regulars.card.BillCards.TenderTaken;
import com.regulars.card.CardModel.Bill;
import com.regulars.card.RefundCards.PointsBack;
import com.regulars.card.RefundCards.StoredValueBack;
import com.regulars.card.statement.CardStatements;
import com.regulars.card.statement.StatementLine;
import com.regulars.card.topup.RefundCause;
import com.regulars.card.topup.RefundTopUp;
import com.regulars.card.topup.ReversedTopUp;
import com.regulars.card.topup.TopUpReversing;
import com.regulars.card.topup.ToppedUpCard;
import com.regulars.ledger.SpendOrder;
import com.regulars.ledger.TenderType;
import com.regulars.ledger.check.LedgerVerification;
import com.regulars.shared.RefusedException;
import com.regulars.shared.time.ScopedClock;
import com.regulars.testing.KeptProgress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One card and its {@link CardModel}: everything is done to both, and {@link #check} compares all that can be seen. */
final class CardLife {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 22);
    private static final String ANY_PIN = "246810";

    private final Services services;
    private CardSummary card;
    private final CardModel model;
    private final List<String> diary = new ArrayList<>();

    /** The real services. */
    record Services(
            CardFixtures given,
            Cards cards,
            CardFreezing freezing,
            CardReplacing replacing,
            TopUpReversing reversing,
            CardPins pins,
            PointsExpiry expiry,
            CardStatements statements,
            LedgerVerification verification,
            JdbcClient jdbc) {}

    CardLife(Services services, String programmeCode, SpendOrder order) {
        this.services = services;
        this.model = new CardModel(order, ANY_PIN, FIRST_DAY);
        var issued = new AtomicReference<CardSummary>();
        ScopedClock.runAt(noon(), () -> issued.set(services.given.card(programmeCode, ANY_PIN)));
        this.card = issued.get();
    }

    void topUp(long amount) {
        var toppedUp = new AtomicReference<ToppedUpCard>();
        does(
                model.refusalOfTopUp(amount),
                () -> toppedUp.set(services.given.topUp(card, amount)),
                () -> model.topUp(Long.parseLong(toppedUp.get().id()), amount));
    }

    /** Pays out what is left of a top-up, by the house's cause. */
    void refundTopUp(int which) {
        if (!model.topUps.isEmpty()) {
            CardModel.TopUp topUp = model.topUps.get(which % model.topUps.size());
            var refunded = new AtomicReference<ReversedTopUp>();
            var command = new RefundTopUp(topUp.id, RefundCause.BUSINESS, TenderType.WECHAT, null);
            does(
                    model.refusalOfTopUpRefund(topUp),
                    () -> refunded.set(services.given.once(() -> services.reversing.refund(command))),
                    () -> {
                        diary.add("top-up refunded");
                        assertThat(refunded.get().refundMinor()).isEqualTo(model.refundOf(topUp));
                        model.takeOff(topUp, refunded.get().refundMinor());
                        assertThat(topUp.paidOut).isLessThanOrEqualTo(topUp.principal);
                    });
        }
    }

    void takeTopUpBack(int which) {
        if (!model.topUps.isEmpty()) {
            CardModel.TopUp topUp = model.topUps.get(which % model.topUps.size());
            does(
                    model.refusalOfVoid(topUp),
                    () -> services.given.once(() -> services.reversing.takeBack(topUp.id)),
                    () -> {
                        diary.add("top-up voided");
                        model.takeOff(topUp, topUp.principal);
                    });
        }
    }

    /**
     * @param percentOfBalance what of the balance pays; over a hundred is more than there is
     * @param percentOfPoints likewise
     * @param typedPin null for none, true for the right one
     */
    void pay(int percentOfBalance, long cash, int percentOfPoints, @Nullable Boolean typedPin) {
        long stored = (model.balance() * percentOfBalance + 99) / 100;
        long redeem = (model.usablePoints() * percentOfPoints + 99) / 100;
        String typed = typedPin == null ? null : typedPin ? model.pin : "000000";
        var billed = new AtomicReference<BilledCards>();
        does(
                model.refusalOfBill(stored, redeem, typed),
                () -> billed.set(services.given.bill(bill(stored, cash, redeem, typed))),
                () -> {
                    diary.add(redeem > 0 ? "redeemed" : stored > 0 ? "paid from the card" : "paid in cash");
                    model.bill(billed.get().postingId(), card.id(), stored, cash, redeem);
                });
    }

    private BillCards bill(long stored, long cash, long redeem, @Nullable String typed) {
        return new BillCards(
                "life",
                services.given.venue().id(),
                model.today,
                null,
                stored + cash,
                0,
                List.of(new StoredValuePayment(card.id(), stored, stored + redeem, typed)),
                List.of(new TenderTaken(TenderType.CASH, cash)),
                new PointsMovement(card.id(), redeem, redeem, (stored + cash) / 100, "life"));
    }

    /**
     * Gives back a part of a bill; stored value and points may be asked for more often than they were paid.
     *
     * @param which counted over all bills, again and again
     */
    void refund(int which, int percent) {
        if (model.bills.isEmpty()) {
            return;
        }
        Bill bill = model.bills.get(which % model.bills.size());
        long stored = bill.stored * percent / 100;
        long cash = Math.min(bill.cash * percent / 100, bill.cash - bill.cashBack);
        long returned = bill.spentOut() * percent / 100;
        long clawed = Math.min(bill.earnedThen * percent / 100, bill.earnedThen - bill.clawedBack);
        if (stored + cash + returned + clawed == 0) {
            return;
        }
        does(
                model.refusalOfRefund(bill, stored, returned),
                () -> services.given.refund(new RefundCards(
                        bill.postingId,
                        services.given.venue().id(),
                        "life",
                        model.today,
                        null,
                        "life",
                        List.of(new StoredValueBack(bill.cardId, stored)),
                        List.of(new TenderTaken(TenderType.CASH, cash)),
                        new PointsBack(bill.cardId, returned, clawed))),
                () -> {
                    diary.add("refunded");
                    model.refund(bill, stored, cash, returned, clawed);
                });
    }

    void freeze() {
        does(
                model.refusalUnless(CardStatus.ACTIVE, CardStatus.FROZEN),
                () -> services.freezing.freeze(card.number()),
                () -> model.status = CardStatus.FROZEN);
    }

    void unfreeze() {
        does(
                model.refusalUnless(CardStatus.ACTIVE, CardStatus.FROZEN),
                () -> services.freezing.unfreeze(card.number()),
                () -> model.status = CardStatus.ACTIVE);
    }

    void reportLost() {
        does(null, () -> services.freezing.reportLost(card.number()), () -> {
            diary.add("lost");
            model.status = CardStatus.LOST;
        });
    }

    /** Everything goes on with another card, on which the life goes on; nothing is left on the old one. */
    void replace() {
        var successor = new AtomicReference<CardSummary>();
        does(
                null,
                () -> successor.set(services.replacing.replace(
                        card.number(), services.given.venue().id())),
                () -> {
                    diary.add("replaced");
                    model.replace();
                    CardSummary ended = services.cards.get(card.id());
                    assertThat(ended.status()).isEqualTo(CardStatus.REPLACED);
                    assertThat(ended.balanceMinor() + ended.points()).isZero();
                    card = successor.get();
                });
    }

    void changePin(String pin) {
        does(
                model.refusalUnless(CardStatus.ACTIVE, CardStatus.FROZEN),
                () -> services.pins.change(card.id(), pin),
                () -> model.changePin(pin));
    }

    /** So many days pass, and the night's work is done. */
    void nights(int days) {
        model.today = model.today.plusDays(days);
        does(null, () -> services.expiry.expire(new KeptProgress()), model::night);
    }

    private Instant noon() {
        return model.today.atTime(4, 0).atZone(java.time.ZoneOffset.UTC).toInstant();
    }

    private void does(@Nullable String refusal, Runnable real, Runnable modelled) {
        String refused = null;
        try {
            ScopedClock.runAt(
                    noon(),
                    () -> CardFixtures.asManager(() -> {
                        real.run();
                        return true;
                    }));
        } catch (RefusedException exception) {
            refused = exception.getCode();
        }
        assertThat(refused).isEqualTo(refusal);
        diary.add(refusal == null ? "done" : refusal);
        if (refusal == null) {
            modelled.run();
        }
    }

    /** What came of each step. */
    List<String> diary() {
        return diary;
    }

    void check() {
        CardSummary seen = services.cards.get(card.id());
        assertThat(seen.status()).isEqualTo(model.status);
        assertThat(seen.principalMinor()).as("principal").isEqualTo(model.principal);
        assertThat(seen.bonusMinor()).as("bonus").isEqualTo(model.bonus);
        assertThat(seen.points()).as("points").isEqualTo(model.pointsBalance());
        assertThat(failures()).as("wrong PINs").isEqualTo(model.failures);
        assertThat(pointsLots())
                .as("lots of points")
                .isEqualTo(model.points.stream()
                        .filter(lot -> !lot.moved)
                        .map(lot -> lot.expiresOn + " " + lot.left)
                        .toList());
        assertThat(lotsOfValue())
                .as("lots of value")
                .isEqualTo(model.value.stream()
                        .filter(lot -> !lot.moved)
                        .map(lot -> lot.principal + " " + lot.bonus)
                        .toList());
        checkStatement();
        assertThat(CardFixtures.faults(CardFixtures.asManager(services.verification::verify)))
                .as("the books")
                .isEmpty();
    }

    private void checkStatement() {
        List<StatementLine> lines = services.statements.of(card.id(), null, null, Locale.ENGLISH);
        assertThat(sum(lines, "PRINCIPAL")).isEqualTo(model.principal);
        assertThat(sum(lines, "BONUS")).isEqualTo(model.bonus);
        assertThat(sum(lines, "POINTS")).isEqualTo(model.pointsBalance());
    }

    /** What an account's lines come to, each of which says so itself. */
    private static long sum(List<StatementLine> lines, String account) {
        long sum = 0;
        for (StatementLine line : lines) {
            if (line.account().equals(account)) {
                sum += line.amount();
                assertThat(line.balanceAfter()).as("%s", line).isEqualTo(sum);
            }
        }
        return sum;
    }

    private int failures() {
        return services.jdbc
                .sql("select failures from card_pin where card_id = :card")
                .param("card", card.id())
                .query(Integer.class)
                .single();
    }

    private List<String> pointsLots() {
        return services.jdbc
                .sql("""
                        select l.expires_on || ' ' || l.amount_left
                        from ledger_lot l join ledger_account a on a.id = l.account_id
                        where a.holder_id = :card and a.kind = 'POINTS' order by l.id
                        """)
                .param("card", card.id())
                .query(String.class)
                .list();
    }

    private List<String> lotsOfValue() {
        return services.jdbc
                .sql("""
                        select l.amount_left || ' ' || l.bonus_left
                        from ledger_lot l join ledger_account a on a.id = l.account_id
                        where a.holder_id = :card and a.kind = 'PRINCIPAL' order by l.id
                        """)
                .param("card", card.id())
                .query(String.class)
                .list();
    }
}
