package com.regulars.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guest as the pages about one guest show them; read once and given to everything on the page.
 *
 * @param customer what every other module shows of them
 * @param pinyin how a Chinese name is said, for example {@code Zhāng Jiànguó}; empty for others
 * @param ratedSince business date since which the quadrant holds; null for customers no run has seen
 * @param previousQuadrant the letter before it
 * @param confirmedAt when somebody last looked the card over (R1.8)
 * @param createdByName the name shown when the card was opened
 * @param version what an edit must name, so that nobody overwrites what they have not seen
 */
public record GuestOnPage(
        CustomerSummary customer,
        CustomerProfile profile,
        String pinyin,
        List<String> tags,
        @Nullable LocalDate ratedSince,
        @Nullable String previousQuadrant,
        @Nullable LocalDate consentOn,
        Instant confirmedAt,
        String createdByName,
        int version) {

    public GuestOnPage {
        tags = List.copyOf(tags);
    }

    public long id() {
        return customer.id();
    }
}
