package com.regulars.feedback;

import com.regulars.access.Permission;
import com.regulars.shared.NotFoundException;
import com.regulars.staff.Role;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The employees a ticket may be handed to: those who take tickets and work in its venue. */
@Component
@RequiredArgsConstructor
class Colleagues {

    private static final String SELECT = """
            select 'EMPLOYEE:' || e.id as key, e.display_name as name
              from staff_employee e
             where e.active
               and exists (select 1 from staff_employee_role r where r.employee_id = e.id and r.role in (:roles))
            """;

    private static final List<String> ROLES = Arrays.stream(Role.values())
            .filter(role -> role.permissions().contains(Permission.FEEDBACK_TAKE))
            .map(Role::name)
            .toList();

    private final JdbcClient jdbc;

    /** Those who work in a venue, by name. */
    List<Party> in(long venueId) {
        return jdbc.sql(SELECT + """
                           and (not exists (select 1 from staff_employee_venue v where v.employee_id = e.id)
                                or exists (select 1 from staff_employee_venue v
                                            where v.employee_id = e.id and v.venue_id = :venueId))
                         order by e.display_name, e.id
                        """)
                .param("roles", ROLES)
                .param("venueId", venueId)
                .query((row, number) -> new Party(row.getString("key"), row.getString("name")))
                .list();
    }

    /** @throws NotFoundException when nobody with this key takes tickets in the venue */
    Party get(String key, long venueId) {
        return in(venueId).stream()
                .filter(party -> party.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("employee", key));
    }
}
