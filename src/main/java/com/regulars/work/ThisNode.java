package com.regulars.work;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** The process this is, among those that work on the same database; a restart is another one. */
@Component
class ThisNode {

    private final UUID id = UUID.randomUUID();

    UUID id() {
        return id;
    }
}
