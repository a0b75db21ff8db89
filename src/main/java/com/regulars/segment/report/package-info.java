/**
 * What the runs found: summaries, movements between dates, the plot, the lists behind each figure, one guest's way through
 * the quadrants (R5.3, R5.4, R5.5). Owns {@code segment_movement}; writes nothing else.
 */
@NamedInterface("report")
@NullMarked
package com.regulars.segment.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
