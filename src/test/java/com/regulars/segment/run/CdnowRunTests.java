package com.regulars.segment.run;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "regulars.test.database=segment_cdnow")
class CdnowRunTests extends PublishedRuns {

    CdnowRunTests() {
        super("cdnow");
    }
}
