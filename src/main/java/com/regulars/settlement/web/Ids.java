package com.regulars.settlement.web;

import com.regulars.shared.NotFoundException;

/** Ids are opaque texts to other systems; what cannot be one of ours is simply not there. */
final class Ids {

    private Ids() {}

    static long parse(String kind, String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw new NotFoundException(kind, id);
        }
        return Long.parseLong(id);
    }
}
