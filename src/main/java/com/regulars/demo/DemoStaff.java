package com.regulars.demo;

import com.regulars.access.Actor;
import com.regulars.access.Permission;
import com.regulars.staff.EmployeeSummary;
import com.regulars.staff.HireEmployee;
import com.regulars.staff.Role;
import com.regulars.staff.administration.StaffAdministration;
import com.regulars.staff.client.ApiClients;
import com.regulars.staff.client.Scope;
import com.regulars.venue.Venues;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The sample employees: five sign-ins, one for each role, and their colleagues in one venue each. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoStaff {

    /** One sign-in for each role, in the order of the cards on the sign-in page. */
    static final List<Hand> SIGN_INS = List.of(
            new Hand("frontdesk", "陈晓雯", Role.FRONT_DESK, null),
            new Hand("cashier", "刘敏", Role.CASHIER, null),
            new Hand("service", "周婷", Role.CUSTOMER_SERVICE, null),
            new Hand("manager", "何志远", Role.MANAGER, null),
            new Hand("admin", "沈立", Role.ADMINISTRATOR, null));

    private static final List<Hand> COLLEAGUES = List.of(
            new Hand("wuqian", "吴倩", Role.FRONT_DESK, "main"),
            new Hand("sunliqun", "孙立群", Role.MANAGER, "main"),
            new Hand("zengmin", "曾敏", Role.CASHIER, "garden"),
            new Hand("shanxiaodong", "单晓东", Role.FRONT_DESK, "garden"));

    private final StaffAdministration administration;
    private final ApiClients apiClients;
    private final Venues venues;
    private final DemoSettings settings;

    /**
     * Somebody to hire.
     *
     * @param venue null for every venue
     */
    record Hand(
            String loginName,
            String name,
            Role role,
            @Nullable String venue) {}

    void hire() {
        var known =
                administration.all().stream().map(EmployeeSummary::loginName).toList();
        for (Hand hand : SIGN_INS) {
            hire(hand, known);
        }
        for (Hand hand : COLLEAGUES) {
            hire(hand, known);
        }
    }

    /** Makes the API client the environment asks for; asked again with the same token, nothing changes. */
    void registerApiClient() {
        if (!settings.apiToken().isBlank()) {
            apiClients.register("演示接口", settings.apiToken(), EnumSet.allOf(Scope.class), Set.of());
        }
    }

    /** The employee with this sign-in, to act as. */
    Actor actor(String loginName) {
        EmployeeSummary employee = administration.all().stream()
                .filter(candidate -> candidate.loginName().equals(loginName))
                .findFirst()
                .orElseThrow();
        Set<Permission> permissions = EnumSet.of(Permission.SIGNED_IN);
        employee.roles().forEach(role -> permissions.addAll(role.permissions()));
        return new Actor(Actor.Kind.EMPLOYEE, employee.id(), employee.displayName(), permissions, employee.venueIds());
    }

    private void hire(Hand hand, List<String> known) {
        if (known.contains(hand.loginName())) {
            return;
        }
        Set<Long> places = hand.venue() == null
                ? Set.of()
                : Set.of(venues.getByCode(hand.venue()).id());
        administration.hire(new HireEmployee(
                hand.loginName(), hand.name(), settings.password(), false, Set.of(hand.role()), places, null));
    }
}
