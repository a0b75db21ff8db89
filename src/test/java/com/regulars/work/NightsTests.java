package com.regulars.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.regulars.venue.Brand;
import com.regulars.venue.Brands;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** At 22:30 in London it is half past six of the next morning in Shanghai. */
class NightsTests {

    private static final String AT_TWENTY_PAST_FIVE = "0 20 5 * * *";
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T22:30:00Z"), ZoneOffset.UTC);

    private final Brands brands = mock();

    @Test
    void areThoseOfTheBrand() {
        brandIn("Europe/London");
        assertThat(nights(null).lastDue(AT_TWENTY_PAST_FIVE)).hasValue("2026-11-23T05:20");
        brandIn("Asia/Shanghai");
        assertThat(nights(null).lastDue(AT_TWENTY_PAST_FIVE)).hasValue("2026-11-24T05:20");
    }

    @Test
    void areThoseOfTheSettingWhereThereIsOne() {
        brandIn("Europe/London");
        assertThat(nights(ZoneId.of("Asia/Shanghai")).lastDue(AT_TWENTY_PAST_FIVE))
                .hasValue("2026-11-24T05:20");
    }

    private Nights nights(@Nullable ZoneId set) {
        return new Nights(brands, NOW, set);
    }

    private void brandIn(String zone) {
        when(brands.current()).thenReturn(new Brand("x", Currency.getInstance("EUR"), 2, ZoneId.of(zone), "GB", "en"));
    }
}
