package com.regulars.feedback;

import com.regulars.access.Permission;
import com.regulars.shared.NotFoundException;
import com.regulars.staff.StaffDirectory;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The employees a ticket may be handed to: those who take tickets and work in its venue. */
@Component
@RequiredArgsConstructor
class Colleagues {

    private final StaffDirectory staff;

    /** Those who work in a venue, by name. */
    List<Party> in(long venueId) {
        return staff.holding(Permission.FEEDBACK_TAKE, venueId).stream()
                .map(one -> new Party(one.key(), one.displayName()))
                .toList();
    }

    /** @throws NotFoundException when nobody with this key takes tickets in the venue */
    Party get(String key, long venueId) {
        return in(venueId).stream()
                .filter(party -> party.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("employee", key));
    }
}
