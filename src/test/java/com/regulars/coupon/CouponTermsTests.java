package com.regulars.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.shared.Rate;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CouponTermsTests {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Test
    void takesNoMoreOffThanIsToPay() {
        CouponTerms hundred = CouponTerms.simple(10_000L, null, null, 0, false);
        assertThat(hundred.offOf(16_500)).isEqualTo(10_000);
        assertThat(hundred.offOf(9_000)).isEqualTo(9_000);
        assertThat(hundred.offOf(0)).isZero();
    }

    @Test
    void aPercentageIsRoundedHalfUpAndCapped() {
        Rate tenth = Rate.ofPercent(10);
        assertThat(CouponTerms.simple(null, tenth, null, 0, false).offOf(30_000))
                .isEqualTo(3_000);
        assertThat(CouponTerms.simple(null, tenth, null, 0, false).offOf(1_005)).isEqualTo(101);
        assertThat(CouponTerms.simple(null, tenth, 2_000L, 0, false).offOf(30_000))
                .isEqualTo(2_000);
        Rate half = Rate.ofPercent(new BigDecimal("12.5"));
        assertThat(CouponTerms.simple(null, half, null, 0, false).offOf(10_000)).isEqualTo(1_250);
    }

    @Test
    void theMinimumIsReachedByAsMuch() {
        CouponTerms terms = CouponTerms.simple(1L, null, null, 10_000, false);
        assertThat(terms.reaches(9_999)).isFalse();
        assertThat(terms.reaches(10_000)).isTrue();
    }

    /** Scenario C39: hours go over midnight, the end is not included. */
    @Test
    void hoursMayGoOverMidnight() {
        CouponTerms late = hours("22:00", "02:00");
        assertThat(late.countsAt(LocalTime.of(0, 30))).isTrue();
        assertThat(late.countsAt(LocalTime.of(22, 0))).isTrue();
        assertThat(late.countsAt(LocalTime.of(2, 0))).isFalse();
        assertThat(late.countsAt(LocalTime.of(12, 0))).isFalse();
        assertThat(hours("09:00", "06:00").countsAt(LocalTime.of(12, 0))).isTrue();
        assertThat(hours("09:00", "11:00").countsAt(LocalTime.of(12, 0))).isFalse();
        assertThat(hours(null, null).countsAt(LocalTime.of(12, 0))).isTrue();
    }

    @Test
    void daysAndVenuesCountOnlyWhereThereAreAny() {
        CouponTerms weekend = new CouponTerms(
                1L,
                null,
                null,
                0,
                false,
                false,
                null,
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                null,
                null,
                Set.of(7L));
        assertThat(weekend.countsOn(TUESDAY)).isFalse();
        assertThat(weekend.countsOn(TUESDAY.plusDays(4))).isTrue();
        assertThat(weekend.countsIn(7)).isTrue();
        assertThat(weekend.countsIn(8)).isFalse();
        assertThat(hours(null, null).countsOn(TUESDAY)).isTrue();
        assertThat(hours(null, null).countsIn(8)).isTrue();
    }

    /** Scenario E6: a coupon until 6 July works all of 6 July. */
    @Test
    void theLastDayIsIncluded() {
        assertThat(CouponStatus.of(false, TUESDAY, TUESDAY)).isEqualTo(CouponStatus.ACTIVE);
        assertThat(CouponStatus.of(false, TUESDAY, TUESDAY.plusDays(1))).isEqualTo(CouponStatus.EXPIRED);
        assertThat(CouponStatus.of(true, TUESDAY, TUESDAY.plusDays(1))).isEqualTo(CouponStatus.USED);
    }

    @Test
    void codesAreReadHoweverTheyWereTyped() {
        String code = CouponCode.random();
        assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{16}");
        assertThat(CouponCode.typed("k7qf-2oxz 9p4m-ltab")).isEqualTo("K7QF20XZ9P4M1TAB");
    }

    private static CouponTerms hours(@Nullable String from, @Nullable String to) {
        return new CouponTerms(
                1L,
                null,
                null,
                0,
                false,
                false,
                null,
                Set.of(),
                from == null ? null : LocalTime.parse(from),
                to == null ? null : LocalTime.parse(to),
                Set.of());
    }
}
