package com.regulars.card;

import com.regulars.card.programme.PointsTerms;
import com.regulars.card.programme.ProgrammeTerms.Points;
import com.regulars.card.programme.ProgrammeTerms.StoredValue;
import com.regulars.card.programme.ProgrammeTerms.Tier;
import com.regulars.card.statement.CardStatements;
import com.regulars.card.topup.TopUpReversing;
import com.regulars.ledger.SpendOrder;
import com.regulars.ledger.check.LedgerVerification;
import com.regulars.testing.RegularsTest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import net.jqwik.api.statistics.Statistics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole life of a card against a model of it: any row of what can be done to one, in any order, and after each step
 * everything that can be seen of the card is as the model says, refusals and the books included.
 */
@RegularsTest
@Import(CardFixtures.class)
@TestPropertySource(properties = "regulars.test.database=card_books")
class CardLifeTests {

    private static final int LONGEST = 30;
    /** What so many lives cannot be without; else they would prove nothing. */
    private static final List<String> EXPECTED = List.of(
            "paid from the card",
            "redeemed",
            "refunded",
            "lost",
            "replaced",
            "top-up refunded",
            "top-up voided",
            "CARD_NOT_ACTIVE");

    @Autowired
    ApplicationContext application;

    private final Map<SpendOrder, String> programmes = new EnumMap<>(SpendOrder.class);
    private SpendOrder spends = SpendOrder.PRINCIPAL_FIRST;

    @BeforeProperty
    void startApplication() throws Exception {
        new TestContextManager(CardLifeTests.class).prepareTestInstance(this);
    }

    @Property(tries = 18)
    void whateverIsDoneToACardItIsWhatItShouldBe(
            @ForAll SpendOrder order, @ForAll("lives") ActionChain<CardLife> life) {
        spends = order;
        var outcomes = Statistics.label("outcomes");
        life.withInvariant("as modelled", CardLife::check).run().diary().forEach(outcomes::collect);
        outcomes.coverage(
                coverage -> EXPECTED.forEach(outcome -> coverage.check(outcome).count(count -> count > 0)));
    }

    @Provide
    Arbitrary<ActionChain<CardLife>> lives() {
        return ActionChain.startWith(this::issued)
                .withAction(4, always(topUps()))
                .withAction(8, always(payments()))
                .withAction(6, always(refunds()))
                .withAction(1, always(nights()))
                .withAction(1, always(Arbitraries.just(Transformer.mutate("freeze", CardLife::freeze))))
                .withAction(3, always(Arbitraries.just(Transformer.mutate("unfreeze", CardLife::unfreeze))))
                .withAction(1, always(pinChanges()))
                .withAction(7, always(topUpsBack()))
                .withAction(1, always(Arbitraries.just(Transformer.mutate("report lost", CardLife::reportLost))))
                .withAction(2, always(Arbitraries.just(Transformer.mutate("replace", CardLife::replace))))
                .withMaxTransformations(LONGEST);
    }

    private static Action.Independent<CardLife> always(Arbitrary<Transformer<CardLife>> transformers) {
        return () -> transformers;
    }

    /** Around the smallest amount, the tiers and the highest balance. */
    private static Arbitrary<Transformer<CardLife>> topUps() {
        return Arbitraries.oneOf(
                        Arbitraries.of(999L, 1_000L, 99_999L, 100_000L, 999_999L, 1_000_000L, 1_800_001L),
                        Arbitraries.longs().between(1_000, 60_000))
                .map(amount -> Transformer.mutate("top up " + amount, life -> life.topUp(amount)));
    }

    private static Arbitrary<Transformer<CardLife>> payments() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(2, Arbitraries.of(0, 100, 101)),
                                Tuple.of(5, Arbitraries.integers().between(1, 60))),
                        Arbitraries.longs().between(1, 8_000),
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just(0)),
                                Tuple.of(4, Arbitraries.integers().between(1, 99)),
                                Tuple.of(1, Arbitraries.of(100, 101))),
                        Arbitraries.of(true, true, true, false).injectNull(0.05))
                .as((stored, cash, redeem, pin) -> Transformer.mutate(
                        "pay %d %% of the balance, %d in cash, %d %% of the points, PIN %s"
                                .formatted(stored, cash, redeem, pin),
                        life -> life.pay(stored, cash, redeem, pin)));
    }

    private static Arbitrary<Transformer<CardLife>> refunds() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 50),
                        Arbitraries.oneOf(
                                Arbitraries.just(100), Arbitraries.integers().between(1, 99)))
                .as((which, percent) -> Transformer.mutate(
                        "refund %d %% of bill %d".formatted(percent, which), life -> life.refund(which, percent)));
    }

    private static Arbitrary<Transformer<CardLife>> nights() {
        return Arbitraries.integers()
                .between(1, 40)
                .map(days -> Transformer.mutate(days + " days pass", life -> life.nights(days)));
    }

    private static Arbitrary<Transformer<CardLife>> topUpsBack() {
        return Combinators.combine(Arbitraries.integers().between(0, 8), Arbitraries.of(true, false, false))
                .as((which, whole) -> whole
                        ? Transformer.mutate("void top-up " + which, life -> life.takeTopUpBack(which))
                        : Transformer.mutate("refund top-up " + which, life -> life.refundTopUp(which)));
    }

    private static Arbitrary<Transformer<CardLife>> pinChanges() {
        return Arbitraries.of("135790", "975310")
                .map(pin -> Transformer.mutate("PIN " + pin, life -> life.changePin(pin)));
    }

    private CardLife issued() {
        return new CardLife(services(), programmes.computeIfAbsent(spends, this::programme), spends);
    }

    private CardLife.Services services() {
        return new CardLife.Services(
                application.getBean(CardFixtures.class),
                application.getBean(Cards.class),
                application.getBean(CardFreezing.class),
                application.getBean(CardReplacing.class),
                application.getBean(TopUpReversing.class),
                application.getBean(CardPins.class),
                application.getBean(PointsExpiry.class),
                application.getBean(CardStatements.class),
                application.getBean(LedgerVerification.class),
                application.getBean(JdbcClient.class));
    }

    private String programme(SpendOrder order) {
        return application
                .getBean(CardFixtures.class)
                .programme(
                        new StoredValue(
                                List.of(new Tier(1_000_000, 200_000), new Tier(100_000, 10_000)),
                                order,
                                CardModel.SMALLEST_TOP_UP,
                                CardModel.HIGHEST_BALANCE,
                                CardModel.PIN_ABOVE),
                        null,
                        new Points(new PointsTerms(1, 100, 0, 1L), CardModel.MONTHS_OF_POINTS, null),
                        null)
                .code();
    }
}
