package com.regulars.card.page;

import com.regulars.card.CardNumber;
import com.regulars.customer.page.TimelineEntry;
import com.regulars.venue.MoneyFormat;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cards issued, topped up, lost and replaced, on the customer page. */
@Component
@RequiredArgsConstructor
class CardTimeline {

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final MoneyFormat money;

    List<TimelineEntry> newest(long customerId, int limit) {
        Locale language = LocaleContextHolder.getLocale();
        return jdbc.sql("""
                        select t.at, c.number, p.name, t.done_by_name, t.principal_minor, t.bonus_minor, t.id top_up, '' kind
                        from card_top_up t join card c on c.id = t.card_id join card_programme p on p.id = c.programme_id
                        where c.customer_id = :customer
                        union all
                        select e.at, c.number, p.name, e.actor_name, 0, 0, 0, e.kind
                        from card_event e join card c on c.id = e.card_id join card_programme p on p.id = c.programme_id
                        where c.customer_id = :customer and e.kind in ('ISSUED', 'REPORTED_LOST', 'REPLACED')
                        order by 1 desc limit :limit
                        """)
                .param("customer", customerId)
                .param("limit", limit)
                .query((row, number) -> {
                    boolean issued = row.getLong("top_up") == 0;
                    String text = issued
                            ? say("card.timeline." + row.getString("kind"), language, row.getString("name"))
                            : say(
                                    "card.timeline.toppedUp",
                                    language,
                                    money.full(row.getLong("principal_minor")),
                                    money.full(row.getLong("bonus_minor")));
                    return new TimelineEntry(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            issued ? "credit-card" : "wallet",
                            text,
                            new CardNumber(row.getString("number")).masked() + " · " + row.getString("done_by_name"),
                            issued ? "/cards/" + row.getString("number") : "/cards/top-ups/" + row.getLong("top_up"));
                })
                .list();
    }

    private String say(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, language);
    }
}
