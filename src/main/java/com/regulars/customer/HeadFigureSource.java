package com.regulars.customer;

import com.regulars.access.Permission;
import java.util.List;

/** Figures a module puts into the fixed head of the customer page. */
public interface HeadFigureSource {

    Permission permission();

    /** Smaller is further left. */
    int order();

    List<HeadFigure> figures(long customerId);
}
