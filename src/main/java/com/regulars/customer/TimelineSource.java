package com.regulars.customer;

import com.regulars.access.Permission;
import java.util.List;

/** What a module adds to the customer's timeline (R1.12). */
public interface TimelineSource {

    Permission permission();

    /** The newest entries, newest first. */
    List<TimelineEntry> newest(long customerId, int limit);
}
