package com.regulars.audit;

import com.regulars.access.CurrentActor;
import java.time.Clock;
import java.time.ZoneOffset;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who did what and when, written in the transaction of the deed itself; rows are never changed. */
@Service
@RequiredArgsConstructor
public class AuditLog {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    /**
     * @param action what was done, for example {@code card.froze}; the text is the message {@code audit.<action>}
     * @param subjectType what it was done to, for example {@code card}
     * @param subjectId which one
     * @param detail what else matters, already masked
     */
    public void record(String action, String subjectType, Object subjectId, String detail) {
        var actor = currentActor.find();
        jdbc.sql("""
                        insert into audit_line (id, at, actor_kind, actor_id, actor_name, action, subject_type, subject_id, detail)
                        values (nextval('audit_line_seq'), :at, :kind, :actorId, :name, :action, :type, :subject, :detail)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("kind", actor.map(a -> a.kind().name()).orElse("NOBODY"))
                .param("actorId", actor.map(a -> a.id()).orElse(0L))
                .param("name", actor.map(a -> a.name()).orElse("-"))
                .param("action", action)
                .param("type", subjectType)
                .param("subject", String.valueOf(subjectId))
                .param("detail", detail)
                .update();
    }
}
