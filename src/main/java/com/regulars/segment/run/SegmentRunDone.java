package com.regulars.segment.run;

/** A run's result has become visible. Whoever hears it may prepare what pages will ask for; nothing depends on it. */
public record SegmentRunDone(long runId) {}
