package com.regulars.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole card of one customer.
 *
 * @param pinyin how a Chinese name is said, for example {@code Zhāng Jiànguó}; empty for others
 * @param ratedSince business date since which the quadrant holds; null for customers no run has seen
 * @param previousQuadrant the letter before it
 * @param confirmedAt when somebody last looked the card over (R1.8)
 * @param version what an edit must name, so that nobody overwrites what they have not seen
 */
public record CustomerDetails(
        long id,
        String number,
        String pinyin,
        CustomerProfile profile,
        List<String> tags,
        @Nullable LocalDate ratedSince,
        @Nullable String previousQuadrant,
        @Nullable LocalDate consentOn,
        Instant confirmedAt,
        Instant createdAt,
        String createdBy,
        int version) {}
