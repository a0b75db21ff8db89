package com.regulars.staff.setup;

import com.regulars.venue.Brand;
import java.time.LocalTime;

/** Names the brand, its first venue and its owner at the first start. */
public record SetUp(
        Brand brand,
        String venueCode,
        String venueName,
        LocalTime dayEnd,
        String loginName,
        String displayName,
        String password) {}
