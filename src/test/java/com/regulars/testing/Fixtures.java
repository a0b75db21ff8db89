package com.regulars.testing;

import com.regulars.access.Actor;
import com.regulars.access.ActorHolder;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.staff.HireEmployee;
import com.regulars.staff.Role;
import com.regulars.staff.administration.StaffAdministration;
import com.regulars.venue.Venue;
import com.regulars.venue.VenueSetup;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Fresh data for tests, in domain words; each module's tests keep their own further fixtures. */
@TestComponent
public class Fixtures {

    private static final String PASSWORD = "lotus pond at dusk";

    private final VenueSetup venueSetup;
    private final StaffAdministration staff;

    Fixtures(VenueSetup venueSetup, StaffAdministration staff) {
        this.venueSetup = venueSetup;
        this.staff = staff;
    }

    /** What somebody signs in with. */
    public record Account(String loginName, String password) {}

    /** A new employee with these roles in every venue, who can sign in at once. */
    public Account hire(Role... roles) {
        String loginName = "e" + UUID.randomUUID().toString().substring(0, 8);
        CurrentActor.asSystem(
                () -> staff.hire(new HireEmployee(loginName, "陈晓雯", PASSWORD, false, Set.of(roles), Set.of(), null)));
        return new Account(loginName, PASSWORD);
    }

    /** A new venue in Shanghai whose day ends at 04:00. */
    public Venue freshVenue() {
        return freshVenue(ZoneId.of("Asia/Shanghai"), LocalTime.of(4, 0));
    }

    /** A new venue somewhere, whose day ends at this local time. */
    public Venue freshVenue(ZoneId zone, LocalTime dayEnd) {
        String code = "v" + UUID.randomUUID().toString().substring(0, 8);
        return venueSetup.open(code, "测试店 " + code, zone, dayEnd, "人民路 1 号", "0571-88000000");
    }

    /** Signs a request in as an employee with these roles, in every venue. */
    public static RequestPostProcessor as(Role... roles) {
        return as(employee(roles));
    }

    public static RequestPostProcessor as(Actor actor) {
        ActorHolder principal = new TestPrincipal(actor);
        return SecurityMockMvcRequestPostProcessors.authentication(UsernamePasswordAuthenticationToken.authenticated(
                principal,
                "",
                actor.permissions().stream()
                        .map(permission -> new SimpleGrantedAuthority(permission.name()))
                        .toList()));
    }

    public static Actor employee(Role... roles) {
        Set<Permission> permissions = EnumSet.of(Permission.SIGNED_IN);
        Arrays.stream(roles).forEach(role -> permissions.addAll(role.permissions()));
        return new Actor(Actor.Kind.EMPLOYEE, 0, "测试员", permissions, Set.of());
    }

    /** An API client with every permission in every venue; each call is another client, so idempotency keys are fresh. */
    public static Actor apiClient() {
        return new Actor(
                Actor.Kind.API_CLIENT,
                Math.abs(UUID.randomUUID().getMostSignificantBits()),
                "测试接口",
                EnumSet.allOf(Permission.class),
                Set.of());
    }

    record TestPrincipal(Actor actor) implements ActorHolder {}
}
