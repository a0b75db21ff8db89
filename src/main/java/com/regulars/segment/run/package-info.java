/**
 * When guests are rated and by which settings: the nightly run, runs somebody asks for, their queue, log and time
 * (R5.2). Owns {@code segment_run} and {@code segment_settings}; announces a finished run as {@code SegmentRunDone}. Stands on
 * {@code rating}; knows nothing of reports.
 */
@NamedInterface("run")
@NullMarked
package com.regulars.segment.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
