package com.regulars.customer;

import com.regulars.shared.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads whole cards: one query for the page of a guest (R1.12), one for the profiles of many. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class GuestQueries {

    private static final RowMapper<CustomerProfile> PROFILE = new DataClassRowMapper<>(CustomerProfile.class);

    private final JdbcClient jdbc;
    private final SummaryReader summaries;

    /** @throws NotFoundException when there is no customer with this id */
    public GuestOnPage get(long id) {
        return jdbc.sql("""
                        select c.*, r.quadrant, coalesce(r.status, 'NEW') as rating_status, r.since, r.previous,
                               array(select t.name from customer_tagged g join customer_tag t on t.id = g.tag_id
                                      where g.customer_id = c.id order by t.name) as tags
                          from customer c left join customer_rating r on r.customer_id = c.id
                         where c.id = :id
                        """)
                .param("id", id)
                .query(this::guest)
                .optional()
                .orElseThrow(() -> new NotFoundException("customer", id));
    }

    /** The profiles of those of these customers that exist, by id. */
    Map<Long, CustomerProfile> profiles(Collection<Long> ids) {
        return profiles("", ids);
    }

    /** The same, locked in the order of their ids until the transaction ends. */
    Map<Long, CustomerProfile> profilesToChange(Collection<Long> ids) {
        return profiles(" for no key update", ids);
    }

    private Map<Long, CustomerProfile> profiles(String lock, Collection<Long> ids) {
        Map<Long, CustomerProfile> profiles = new LinkedHashMap<>();
        jdbc.sql("select * from customer where id = any(:ids) order by id" + lock)
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    profiles.put(row.getLong("id"), PROFILE.mapRow(row, 0));
                });
        return profiles;
    }

    private GuestOnPage guest(ResultSet row, int number) throws SQLException {
        return new GuestOnPage(
                summaries.summary(row, number),
                PROFILE.mapRow(row, number),
                row.getString("pinyin"),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getObject("since", LocalDate.class),
                row.getString("previous"),
                row.getObject("consent_on", LocalDate.class),
                row.getObject("confirmed_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by_name"),
                row.getInt("version"));
    }
}
