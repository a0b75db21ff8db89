package com.regulars.shell.frame;

import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What {@link StrangeFieldTests} sends all at once, each field by itself, so that none hides behind another. */
@RegularsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangeFieldLongTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Fixtures fixtures;

    /** There is no brand without a venue. */
    @BeforeAll
    void aVenueToWorkFor() {
        fixtures.freshVenue();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void refusesEachWithoutFallingOver(String path, Class<?> form) {
        StrangeFields.WAYS.stream()
                .flatMap(way -> StrangeFields.of(form, way).stream())
                .forEach(field -> StrangeFields.assertNoFailure(mvc, path, List.of(field)));
    }

    Stream<Arguments> forms() {
        return StrangeFields.forms(mappings);
    }
}
