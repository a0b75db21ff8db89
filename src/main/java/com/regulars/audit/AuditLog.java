package com.regulars.audit;

import com.regulars.access.CurrentActor;
import java.time.Clock;
import java.time.ZoneOffset;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

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
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction: a deed and its line
     *     are written together or not at all
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String action, String subjectType, Object subjectId, String detail) {
        var actor = currentActor.acted();
        jdbc.sql("""
                        insert into audit_line (id, at, actor_key, actor_name, action, subject_type, subject_id, detail)
                        values (nextval('audit_line_seq'), :at, :key, :name, :action, :type, :subject, :detail)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("key", actor.key())
                .param("name", actor.name())
                .param("action", action)
                .param("type", subjectType)
                .param("subject", String.valueOf(subjectId))
                .param("detail", detail)
                .update();
    }
}
