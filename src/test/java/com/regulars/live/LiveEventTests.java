package com.regulars.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.regulars.access.Actor;
import com.regulars.access.Permission;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveEventTests {

    private static final LiveEvent TICKET = LiveEvent.of("ticket", 7, Permission.FEEDBACK_READ);

    @Test
    void isReadAsItWasTold() {
        for (var event : new LiveEvent[] {
            TICKET, TICKET.in(3), TICKET.ownedBy("EMPLOYEE:1"), TICKET.in(3).ownedBy("API_CLIENT:2")
        }) {
            assertThat(LiveEvent.heard(event.told())).isEqualTo(event);
        }
        assertThatThrownBy(() -> LiveEvent.heard("ticket 7")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void concernsThoseWithThePermissionInTheVenueAndItsOwner() {
        var event = TICKET.in(3).ownedBy("EMPLOYEE:1");
        assertThat(event.concerns(employee(2, Set.of(Permission.FEEDBACK_READ), Set.of())))
                .isTrue();
        assertThat(event.concerns(employee(2, Set.of(Permission.FEEDBACK_READ), Set.of(3L))))
                .isTrue();
        assertThat(event.concerns(employee(2, Set.of(Permission.FEEDBACK_READ), Set.of(4L))))
                .isFalse();
        assertThat(event.concerns(employee(2, Set.of(Permission.CARD_READ), Set.of())))
                .isFalse();
        assertThat(event.concerns(employee(1, Set.of(Permission.SIGNED_IN), Set.of(4L))))
                .isTrue();
    }

    private static Actor employee(long id, Set<Permission> permissions, Set<Long> venues) {
        return new Actor(Actor.Kind.EMPLOYEE, id, "周婷", permissions, venues);
    }
}
