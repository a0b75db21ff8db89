package com.regulars.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was changed on a card, by whom and when, newest first (R1.8). */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class CustomerHistory {

    /** Fields whose values are words of the program; the text is the message {@code customer.<field>.<value>}. */
    private static final Set<String> WORDS =
            Set.of("kind", "gender", "stage", "language", "consentPhone", "consentSms", "consentEmail");

    private final JdbcClient jdbc;
    private final PhoneNumbers phones;
    private final MessageSource messages;

    public List<CustomerChange> of(long customerId, int limit) {
        return jdbc.sql("""
                        select field, old_value, new_value, changed_at, changed_by from customer_change
                         where customer_id = :id order by id desc limit :limit
                        """)
                .param("id", customerId)
                .param("limit", limit)
                .query(this::change)
                .list();
    }

    private CustomerChange change(ResultSet row, int number) throws SQLException {
        String field = row.getString("field");
        return new CustomerChange(
                field,
                readable(field, row.getString("old_value")),
                readable(field, row.getString("new_value")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }

    private @Nullable String readable(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (WORDS.contains(field)) {
            String key = (field.startsWith("consent") ? "customer.consent." : "customer." + field + ".") + value;
            return messages.getMessage(key, null, value, LocaleContextHolder.getLocale());
        }
        return switch (field) {
            case "phone" -> phones.mask(value);
            case "email" -> Emails.mask(value);
            default -> value;
        };
    }
}
