package com.regulars.card;

import com.regulars.access.CurrentActor;
import com.regulars.shared.NotFoundException;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The top-ups that were done. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class TopUps {

    private final TopUpStore topUps;
    private final CurrentActor currentActor;

    /** @throws NotFoundException when there is none with this id, or it was done in a venue the actor may not act in */
    public TopUpSlip get(long id) {
        TopUpSlip slip = topUps.find(id).orElseThrow(() -> new NotFoundException("topUp", id));
        currentActor.requireVenue(slip.venueId(), "topUp", id);
        return slip;
    }
}
