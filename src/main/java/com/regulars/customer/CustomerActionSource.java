package com.regulars.customer;

import com.regulars.access.Permission;
import java.util.List;

/** Buttons a module puts into the head of the customer page. */
public interface CustomerActionSource {

    Permission permission();

    /** Smaller is further left. */
    int order();

    List<CustomerAction> actions(long customerId);
}
