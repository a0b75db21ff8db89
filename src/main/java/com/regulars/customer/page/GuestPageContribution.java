package com.regulars.customer.page;

import com.regulars.customer.GuestOnPage;

/**
 * What one module shows on the page of a guest (R1.12): figures and actions of its head, panels, entries of its timeline.
 * A module has one of these, in its package {@code page}, so that it reads what its parts share only once.
 */
public interface GuestPageContribution {

    /** Puts on the page what its viewer may see of this guest. */
    void contribute(GuestOnPage guest, GuestPageParts page);
}
