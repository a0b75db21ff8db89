package com.regulars.card.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.regulars.access.Actor;
import com.regulars.testing.Fixtures;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CardProgrammeTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final Actor OWNER = Fixtures.employee();
    private static final ProgrammeTerms POINTS = points(1);
    private static final ProgrammeTerms MORE_POINTS = points(2);

    @Test
    void otherTermsFollowThoseInForceWhichStayReadable() {
        CardProgramme programme = programme();
        programme.changeTerms(MORE_POINTS, TODAY.plusDays(1), OWNER, NOW);
        assertThat(programme.getVersions()).extracting(TermsVersion::getTerms).containsExactly(POINTS, MORE_POINTS);
        assertThat(programme.getVersions())
                .extracting(TermsVersion::getValidFrom)
                .containsExactly(TODAY, TODAY.plusDays(1));
    }

    @Test
    void termsMayChangeOnTheDayTheyBegin() {
        CardProgramme programme = programme();
        programme.changeTerms(MORE_POINTS, TODAY, OWNER, NOW);
        assertThat(programme.getVersions()).hasSize(2);
    }

    @Test
    void termsNeverBeginBeforeThoseTheyFollow() {
        CardProgramme programme = programme();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> programme.changeTerms(MORE_POINTS, TODAY.minusDays(1), OWNER, NOW));
        assertThat(programme.getVersions()).hasSize(1);
    }

    private static CardProgramme programme() {
        return new CardProgramme(new CreateProgramme("vip", "贵宾卡", POINTS), TODAY, OWNER, NOW);
    }

    private static ProgrammeTerms points(long earned) {
        return new ProgrammeTerms(
                null, null, new ProgrammeTerms.Points(new PointsTerms(earned, 100, 0, null), null, null), null);
    }
}
