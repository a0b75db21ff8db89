package com.regulars.staff.employee;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that work once and for a day; only their digest is stored. */
@Component
@RequiredArgsConstructor
public class OneTimeLinks {

    public static final Duration VALID_FOR = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    public enum Purpose {
        SETUP,
        PASSWORD
    }

    /** A new link's token; earlier links for the same purpose and employee stop working. */
    public String issue(Purpose purpose, @Nullable Long employeeId) {
        jdbc.sql("""
                        delete from staff_one_time_link
                         where purpose = :purpose and employee_id is not distinct from cast(:employee as bigint) and used_at is null
                        """)
                .param("purpose", purpose.name())
                .param("employee", employeeId)
                .update();
        String token = Tokens.fresh();
        jdbc.sql("""
                        insert into staff_one_time_link (id, token_hash, purpose, employee_id, expires_at)
                        values (nextval('staff_one_time_link_seq'), :hash, :purpose, :employee, :expires)
                        """)
                .param("hash", Tokens.digest(token))
                .param("purpose", purpose.name())
                .param("employee", employeeId)
                .param("expires", clock.instant().plus(VALID_FOR).atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    public boolean isOpen(Purpose purpose, String token) {
        return employee(purpose, token).isPresent();
    }

    /** The employee a link is for (0 for the set-up), when it still works. */
    public Optional<Long> employee(Purpose purpose, String token) {
        return jdbc.sql("""
                        select coalesce(employee_id, 0) from staff_one_time_link
                         where token_hash = :hash and purpose = :purpose and used_at is null and expires_at > :now
                        """)
                .param("hash", Tokens.digest(token))
                .param("purpose", purpose.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /** Uses a link up; false when somebody was quicker or it does not work any more. */
    public boolean use(Purpose purpose, String token) {
        return jdbc.sql("""
                        update staff_one_time_link set used_at = :now
                         where token_hash = :hash and purpose = :purpose and used_at is null and expires_at > :now
                        """)
                        .param("hash", Tokens.digest(token))
                        .param("purpose", purpose.name())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
