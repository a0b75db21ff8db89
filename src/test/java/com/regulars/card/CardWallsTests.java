package com.regulars.card;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of the module stand on each other in one order: programme and statement, card, topup, page and web. */
class CardWallsTests {

    private static final String CARD = "com.regulars.card";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(CARD);

    @ParameterizedTest
    @CsvSource({
        ".programme, ''",
        ".programme, .statement",
        ".programme, .topup",
        ".programme, .page",
        ".programme, .web",
        ".statement, ''",
        ".statement, .programme",
        ".statement, .topup",
        ".statement, .page",
        ".statement, .web",
        "'', .topup",
        "'', .page",
        "'', .web",
        ".topup, .page",
        ".topup, .web",
        ".page, .web",
        ".web, .page",
    })
    void whatStandsBelowKnowsNothingOfWhatStandsAbove(String below, String above) {
        noClasses()
                .that()
                .resideInAPackage(CARD + below)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CARD + above)
                .check(CODE);
    }
}
