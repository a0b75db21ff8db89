package com.regulars.segment.rating;

/**
 * How guests are rated, from the next run on (R5.2, R5.4). What earlier runs found stays as it is.
 *
 * @param windowDays visits of so many days up to the run's date count, 1 to 36,500
 * @param cut where the lines between the quadrants are drawn
 * @param keyAccountMinor from this spend within a year on a guest is a key account (大客户)
 * @param regularAccountMinor from this spend within a year on a guest is a regular account (普通客户); below it a
 *     walk-in (散客)
 */
public record SegmentSettings(int windowDays, CutRule cut, long keyAccountMinor, long regularAccountMinor) {}
