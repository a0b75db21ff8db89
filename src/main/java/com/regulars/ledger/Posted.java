package com.regulars.ledger;

import java.util.List;

/** A posting that was made, with what each of its movements did, in their order. */
public record Posted(long id, List<Moved> moved) {

    public Posted {
        moved = List.copyOf(moved);
    }

    /**
     * What one movement did.
     *
     * @param amount principal or points moved, positive
     * @param bonus bonus moved, positive
     * @param balanceBefore principal and bonus together, or points
     */
    public record Moved(long amount, long bonus, long balanceBefore, long balanceAfter) {}
}
