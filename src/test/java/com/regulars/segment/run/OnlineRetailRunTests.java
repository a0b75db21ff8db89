package com.regulars.segment.run;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "regulars.test.database=segment_onlineretail")
class OnlineRetailRunTests extends PublishedRuns {

    OnlineRetailRunTests() {
        super("online-retail-2011");
    }
}
