package com.regulars.customer;

import java.util.Collection;

/** What a module above adds when customers are registered or imported, in the same transaction. */
public interface RegistrationParticipant {

    void registered(Collection<Long> customerIds);
}
