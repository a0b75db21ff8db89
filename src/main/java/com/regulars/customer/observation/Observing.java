package com.regulars.customer.observation;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.profile.ProfileReader;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.NotFoundException;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes observations in one line and retires them when they are no longer true; never overwrites them (R1.3, R1.8). */
@Service
@RequiredArgsConstructor
@Transactional
@Requires(Permission.CUSTOMER_EDIT)
public class Observing {

    private static final int LONGEST = 500;

    private final ObservationRepository observations;
    private final ProfileReader reader;
    private final CurrentActor currentActor;
    private final Clock clock;

    public void note(long customerId, ObservationCategory category, @Nullable String typed) {
        String text = reader.text("text", typed, LONGEST);
        if (text == null) {
            throw new InvalidFieldException("text", "customer.observation");
        }
        observations.save(new Observation(customerId, category, text, currentActor.get(), clock.instant()));
    }

    public void retire(long customerId, long id) {
        get(customerId, id).retire(currentActor.get(), clock.instant());
    }

    /** Brings a retired observation back. */
    public void restore(long customerId, long id) {
        get(customerId, id).restore();
    }

    private Observation get(long customerId, long id) {
        return observations
                .findByIdAndCustomerId(id, customerId)
                .orElseThrow(() -> new NotFoundException("observation", id));
    }
}
