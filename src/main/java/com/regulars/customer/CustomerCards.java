package com.regulars.customer;

import com.regulars.shared.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customer card as its page shows it: one query (R1.12). */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class CustomerCards {

    private final JdbcClient jdbc;

    /** @throws NotFoundException when there is no customer with this id */
    public CustomerDetails get(long id) {
        return jdbc.sql("""
                        select c.*, r.since, r.previous,
                               array(select t.name from customer_tagged g join customer_tag t on t.id = g.tag_id
                                      where g.customer_id = c.id order by t.name) as tags
                          from customer c left join customer_rating r on r.customer_id = c.id
                         where c.id = :id
                        """)
                .param("id", id)
                .query(CustomerCards::details)
                .optional()
                .orElseThrow(() -> new NotFoundException("customer", id));
    }

    private static CustomerDetails details(ResultSet row, int number) throws SQLException {
        return new CustomerDetails(
                row.getLong("id"),
                row.getString("number"),
                row.getString("pinyin"),
                Profiles.profile(row),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getObject("since", LocalDate.class),
                row.getString("previous"),
                row.getObject("consent_on", LocalDate.class),
                Profiles.instant(row, "confirmed_at").toInstant(),
                Profiles.instant(row, "created_at").toInstant(),
                row.getString("created_by"),
                row.getInt("version"));
    }
}
