package com.regulars.segment;

/** A run's result has become visible. Whoever hears it may prepare what pages will ask for; nothing depends on it. */
record SegmentRunDone(long runId) {}
