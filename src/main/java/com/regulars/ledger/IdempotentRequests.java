package com.regulars.ledger;

import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Runs a money request at most once per actor and key. */
@Service
@RequiredArgsConstructor
public class IdempotentRequests {

    public <T> Answer<T> once(String operation, String key, Object payload, Class<T> answerType, Supplier<T> work) {
        throw new UnsupportedOperationException();
    }
}
