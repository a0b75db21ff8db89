package com.regulars.customer.page;

import java.util.Collection;
import java.util.Map;

/** Gives the customer list its figures of visits, for one page of customers at a time. */
public interface VisitFigureSource {

    /** Customers without a visit may be left out. */
    Map<Long, VisitFigures> lastTwelveMonths(Collection<Long> customerIds);
}
