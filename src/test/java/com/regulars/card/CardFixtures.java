package com.regulars.card;

import com.regulars.access.CurrentActor;
import com.regulars.card.BillCards.StoredValuePayment;
import com.regulars.card.programme.CreateProgramme;
import com.regulars.card.programme.PointsTerms;
import com.regulars.card.programme.ProgrammeEditing;
import com.regulars.card.programme.ProgrammeSummary;
import com.regulars.card.programme.ProgrammeTerms;
import com.regulars.card.programme.ProgrammeTerms.Discount;
import com.regulars.card.programme.ProgrammeTerms.MemberPrice;
import com.regulars.card.programme.ProgrammeTerms.Points;
import com.regulars.card.programme.ProgrammeTerms.StoredValue;
import com.regulars.card.programme.ProgrammeTerms.Tier;
import com.regulars.card.topup.TopUpCard;
import com.regulars.card.topup.ToppedUpCard;
import com.regulars.card.topup.ToppingUp;
import com.regulars.customer.CustomerKind;
import com.regulars.customer.CustomerRegistration;
import com.regulars.customer.RegisterCustomer;
import com.regulars.ledger.SpendOrder;
import com.regulars.ledger.TenderType;
import com.regulars.ledger.check.Finding;
import com.regulars.ledger.check.Verification;
import com.regulars.request.Done;
import com.regulars.request.IdempotencyKey;
import com.regulars.request.IdempotentRequests;
import com.regulars.shared.Rate;
import com.regulars.testing.Fixtures;
import com.regulars.venue.Venue;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Programmes, cards and bills in domain words, made through the real services. */
@TestComponent
@org.springframework.context.annotation.Import(CardBilling.class)
public class CardFixtures {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Fixtures fixtures;
    private final CustomerRegistration registration;
    private final ProgrammeEditing programmes;
    private final CardIssuing issuing;
    private final ToppingUp toppingUp;
    private final CardBilling billing;
    private final IdempotentRequests requests;
    private final TransactionTemplate transactions;

    private final Venue venue;

    CardFixtures(
            Fixtures fixtures,
            CustomerRegistration registration,
            ProgrammeEditing programmes,
            CardIssuing issuing,
            ToppingUp toppingUp,
            CardBilling billing,
            IdempotentRequests requests,
            TransactionTemplate transactions) {
        this.fixtures = fixtures;
        this.registration = registration;
        this.programmes = programmes;
        this.issuing = issuing;
        this.toppingUp = toppingUp;
        this.billing = billing;
        this.requests = requests;
        this.transactions = transactions;
        this.venue = fixtures.freshVenue();
    }

    public Venue venue() {
        return venue;
    }

    public Venue otherVenue() {
        return fixtures.freshVenue();
    }

    /** What is wrong with the books, but for the postings that have no bill because a test made them by itself. */
    public static List<Finding> faults(Verification verification) {
        return verification.findings().stream()
                .filter(finding -> !finding.law().equals("ledger.cause"))
                .toList();
    }

    public static <T> T asManager(Supplier<T> work) {
        return CurrentActor.asSystem(work);
    }

    public long customer() {
        return asManager(() -> registration
                .register(new RegisterCustomer(
                        CustomerKind.PERSON,
                        "张" + UUID.randomUUID().toString().substring(0, 6),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of()))
                .id());
    }

    public static StoredValue storedValue(SpendOrder order, @Nullable Long maxBalance, @Nullable Long pinAbove) {
        return new StoredValue(
                List.of(new Tier(1_000_000, 200_000), new Tier(100_000, 10_000)), order, 1_000L, maxBalance, pinAbove);
    }

    /** Top up 10,000, get 2,000; 20 % off when paid otherwise; one point per 1.00, a point is worth 0.01. */
    public ProgrammeSummary combined(SpendOrder order, @Nullable Long pinAbove) {
        return programme(
                storedValue(order, 5_000_000L, pinAbove),
                new Discount(Rate.ZERO, Rate.ofPercent(20)),
                new Points(new PointsTerms(1, 100, 0, 1L), 12, null),
                null);
    }

    public ProgrammeSummary memberPrice(long fee) {
        return programme(null, null, null, new MemberPrice(fee, 12));
    }

    public ProgrammeSummary programme(
            @Nullable StoredValue storedValue,
            @Nullable Discount discount,
            @Nullable Points points,
            @Nullable MemberPrice memberPrice) {
        String code = "p" + UUID.randomUUID().toString().substring(0, 8);
        return asManager(() -> programmes.create(new CreateProgramme(
                code, "金卡 " + code, new ProgrammeTerms(storedValue, discount, points, memberPrice))));
    }

    public CardSummary card(ProgrammeSummary programme) {
        return card(programme, null);
    }

    public CardSummary card(ProgrammeSummary programme, @Nullable String pin) {
        return card(programme.code(), pin);
    }

    public CardSummary card(String programmeCode, @Nullable String pin) {
        long customer = customer();
        return once(
                () -> issuing.issue(new IssueCard(customer, programmeCode, venue.id(), null, pin, TenderType.CASH)));
    }

    public CardSummary cardFor(long customerId, ProgrammeSummary programme) {
        return once(() ->
                issuing.issue(new IssueCard(customerId, programme.code(), venue.id(), null, null, TenderType.CASH)));
    }

    public CardSummary cardWith(long amountMinor) {
        CardSummary card = card(combined(SpendOrder.PRINCIPAL_FIRST, null));
        topUp(card, amountMinor);
        return card;
    }

    public ToppedUpCard topUp(CardSummary card, long amountMinor) {
        return once(
                () -> toppingUp.topUp(new TopUpCard(card.number(), venue.id(), null, amountMinor, TenderType.CASH)));
    }

    public BilledCards pay(CardSummary card, long amountMinor) {
        return bill(paidBy(card, amountMinor, null));
    }

    public BillCards paidBy(CardSummary card, long amountMinor, @Nullable String pin) {
        return new BillCards(
                "B-" + UUID.randomUUID(),
                venue.id(),
                TODAY,
                null,
                amountMinor,
                0,
                List.of(new StoredValuePayment(card.id(), amountMinor, amountMinor, pin)),
                List.of(),
                null);
    }

    public BilledCards bill(BillCards bill) {
        return once(() -> billing.bill(bill));
    }

    public RefundedCards refund(RefundCards refund) {
        return once(() -> billing.refund(refund));
    }

    /** Does something as a request of its own and gives what it came to. */
    public <T> T once(Supplier<T> work) {
        var result = new AtomicReference<T>();
        asManager(
                () -> requests.once("test", new IdempotencyKey(UUID.randomUUID().toString()), "payload", claim -> {
                    result.set(work.get());
                    return Done.of("");
                }));
        return result.get();
    }

    public TransactionTemplate transactions() {
        return transactions;
    }
}
