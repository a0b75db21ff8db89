package com.regulars.customer.tag;

/** A tag of the managed list (R1.5) and how many customers wear it. A retired one stays where it is worn. */
public record ListedTag(long id, String name, boolean retired, long customers) {}
