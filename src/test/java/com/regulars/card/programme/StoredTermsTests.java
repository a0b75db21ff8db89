package com.regulars.card.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.regulars.card.programme.ProgrammeTerms.Discount;
import com.regulars.card.programme.ProgrammeTerms.MemberPrice;
import com.regulars.card.programme.ProgrammeTerms.Points;
import com.regulars.card.programme.ProgrammeTerms.StoredValue;
import com.regulars.card.programme.ProgrammeTerms.Tier;
import com.regulars.card.programme.ProgrammeTerms.VisitBonus;
import com.regulars.ledger.SpendOrder;
import com.regulars.shared.Rate;
import com.regulars.shared.stored.StoredJson;
import com.regulars.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTermsTests {

    private static final TermsConverter CONVERTER = new TermsConverter(new StoredJson());

    private static final ProgrammeTerms EVERYTHING = new ProgrammeTerms(
            new StoredValue(
                    List.of(new Tier(100_000, 10_000), new Tier(1_000_000, 200_000)),
                    SpendOrder.PROPORTIONAL,
                    1_000L,
                    5_000_000L,
                    50_000L),
            new Discount(Rate.ZERO, Rate.ofPercent(20)),
            new Points(new PointsTerms(1, 100, 3_000, 1L), 12, new VisitBonus(3, 30, 50)),
            new MemberPrice(30_000, 12));

    @Test
    void termsOfEarlierReleasesAreReadAndWrittenAsTheyWere() {
        assertThat(Golden.readable(StoredTerms.class).toTerms()).isEqualTo(EVERYTHING);
        assertThat(StoredTerms.of(EVERYTHING)).isEqualTo(Golden.readable(StoredTerms.class));
    }

    @Test
    void fieldsAnEarlierReleaseDidNotHaveTakeTheirDefaults() {
        assertThat(read("{\"shape\":\"programme-terms/1\"}")).isEqualTo(new ProgrammeTerms(null, null, null, null));
        assertThat(read("""
                        {"shape":"programme-terms/1","storedValue":{},"discount":{},
                         "points":{"earnPoints":2,"earnPerMinor":100}}"""))
                .isEqualTo(new ProgrammeTerms(
                        new StoredValue(List.of(), SpendOrder.PRINCIPAL_FIRST, null, null, null),
                        new Discount(Rate.ZERO, Rate.ZERO),
                        new Points(new PointsTerms(2, 100, 0, null), null, null),
                        null));
    }

    @Test
    void fieldsOfALaterReleaseArePassedOverWhereverTheyStand() {
        assertThat(read("""
                        {"shape":"programme-terms/1","memberPrice":{"feeMinor":300,"validMonths":12,"colour":[1,{"a":null}]},
                         "since":"a later release"}""")).isEqualTo(new ProgrammeTerms(null, null, null, new MemberPrice(300, 12)));
    }

    @ParameterizedTest
    @EnumSource
    void everySpendOrderComesBackAsItWas(SpendOrder order) {
        var terms = new ProgrammeTerms(new StoredValue(List.of(), order, null, null, null), null, null, null);
        assertThat(CONVERTER.convertToEntityAttribute(CONVERTER.convertToDatabaseColumn(terms)))
                .isEqualTo(terms);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"shape\":\"programme-terms/2\"}", "{\"shape\":\"other/1\"}", "{}"})
    void aShapeNobodyKnowsIsNotGuessed(String json) {
        assertThatIllegalStateException().isThrownBy(() -> read(json)).withMessageContaining("programme-terms/1");
    }

    @Test
    void anUnknownSpendOrderIsNotGuessed() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        read("{\"shape\":\"programme-terms/1\",\"storedValue\":{\"spendOrder\":\"NEWEST_FIRST\"}}"))
                .withMessageContaining("NEWEST_FIRST");
    }

    private static ProgrammeTerms read(String json) {
        return CONVERTER.convertToEntityAttribute(json);
    }
}
