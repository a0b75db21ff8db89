package com.regulars.contact;

import com.regulars.staff.Permission;
import com.regulars.staff.Requires;
import org.springframework.stereotype.Service;

/** Writes the log of contacts with guests (R2.1). */
@Service
public class ContactLog {

    /** @return the id of the new entry */
    @Requires(Permission.CONTACT_LOG)
    public long log(LogContact command) {
        throw new UnsupportedOperationException();
    }
}
