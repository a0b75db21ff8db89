package com.regulars.customer.transfer;

import com.regulars.customer.CustomerProfile;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The profiles of many customers at once, by id; those that do not exist are left out. */
@Component
@RequiredArgsConstructor
class ProfileQueries {

    private static final RowMapper<CustomerProfile> PROFILE = new DataClassRowMapper<>(CustomerProfile.class);

    private final JdbcClient jdbc;

    Map<Long, CustomerProfile> of(Collection<Long> ids) {
        return read("", ids);
    }

    /** Locked in the order of their ids until the transaction ends. */
    Map<Long, CustomerProfile> toChange(Collection<Long> ids) {
        return read(" for no key update", ids);
    }

    private Map<Long, CustomerProfile> read(String lock, Collection<Long> ids) {
        Map<Long, CustomerProfile> profiles = new LinkedHashMap<>();
        jdbc.sql("select * from customer where id = any(:ids) order by id" + lock)
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    profiles.put(row.getLong("id"), PROFILE.mapRow(row, 0));
                });
        return profiles;
    }
}
