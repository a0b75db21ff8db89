package com.regulars.customer;

import com.regulars.shared.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a whole card by one query, for the pages about one guest (R1.12). */
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
