package com.regulars.staff.setup;

import com.regulars.access.CurrentActor;
import com.regulars.shared.RefusedException;
import com.regulars.staff.HireEmployee;
import com.regulars.staff.Role;
import com.regulars.staff.administration.StaffAdministration;
import com.regulars.staff.employee.EmployeeRepository;
import com.regulars.staff.employee.OneTimeLinks;
import com.regulars.staff.employee.PasswordPolicy;
import com.regulars.venue.VenueSetup;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An installation nobody works in yet. There is no default password: the start prints a link that works once and for a
 * day, and whoever can read the log names brand, venue and owner with it.
 */
@Slf4j
@Service
@RequiredArgsConstructor
@Transactional
public class FirstStart {

    private final EmployeeRepository employees;
    private final OneTimeLinks links;
    private final PasswordPolicy policy;
    private final StaffAdministration administration;
    private final VenueSetup venues;
    private final Environment environment;

    /** Whether nobody can sign in yet. */
    @Transactional(readOnly = true)
    public boolean isOpen() {
        return employees.count() == 0;
    }

    @Transactional(readOnly = true)
    public boolean isOpen(String token) {
        return isOpen() && links.isOpen(OneTimeLinks.Purpose.SETUP, token);
    }

    /** @throws RefusedException when the link was used before or is too old */
    public void setUp(String token, SetUp command) {
        policy.check("password", command.password(), command.loginName());
        if (!isOpen() || !links.use(OneTimeLinks.Purpose.SETUP, token)) {
            throw new RefusedException("LINK_NOT_VALID");
        }
        CurrentActor.asSystem(() -> {
            venues.nameBrand(command.brand());
            venues.open(
                    command.venueCode(), command.venueName(), command.brand().zone(), command.dayEnd(), "", "");
            return administration.hire(new HireEmployee(
                    command.loginName(),
                    command.displayName(),
                    command.password(),
                    false,
                    Set.of(Role.ADMINISTRATOR, Role.MANAGER),
                    Set.of(),
                    null));
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void printLink() {
        if (environment.acceptsProfiles(Profiles.of("demo")) || !isOpen()) {
            return;
        }
        String port = Optional.ofNullable(environment.getProperty("local.server.port"))
                .orElse("8080");
        String token = links.issue(OneTimeLinks.Purpose.SETUP, null);
        log.warn("""

                Nobody works here yet. Name the brand, the first venue and its owner at

                    http://localhost:{}/setup?token={}

                The link works once, until {} hours from now; a restart prints a new one.
                """, port, token, OneTimeLinks.VALID_FOR.toHours());
    }
}
