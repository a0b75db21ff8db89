package com.regulars.segment.report;

/** How many guests a value class holds and what they spent within a year (R5.4). */
public record ValueClassTotals(ValueClass valueClass, long customers, long yearSpendMinor) {}
