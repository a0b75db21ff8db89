package com.regulars.customer;

import com.regulars.shared.RefusedException;
import java.util.Map;

/** Another customer has this telephone number or external reference: {@code CUSTOMER_EXISTS} with {@code existingId}. */
public class CustomerExistsException extends RefusedException {

    private final long existingId;

    public CustomerExistsException(long existingId, String existingNumber) {
        super(Reason.CONFLICT, "CUSTOMER_EXISTS", existingNumber);
        this.existingId = existingId;
    }

    public long existingId() {
        return existingId;
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("existingId", String.valueOf(existingId));
    }
}
