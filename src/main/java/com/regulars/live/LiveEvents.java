package com.regulars.live;

import com.regulars.shared.broadcast.Broadcast;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/**
 * Tells the open pages of all nodes that something changed, when the running transaction commits. Not for what happens at
 * every bill: see {@link Broadcast}.
 */
@Service
@RequiredArgsConstructor
public class LiveEvents {

    static final String TOPIC = "live";

    private final Broadcast broadcast;

    public void tell(LiveEvent event) {
        broadcast.tell(TOPIC, event.told());
    }
}
