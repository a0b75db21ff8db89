package com.regulars.segment;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "regulars.test.database=segment_cdnow")
class CdnowRunTests extends PublishedRuns {

    CdnowRunTests() {
        super("cdnow");
    }
}
