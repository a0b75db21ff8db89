package com.regulars.audit;

import com.regulars.access.ActedBy;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.shared.web.PageOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the audit log: who did what, to whom and when. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
@Requires(Permission.AUDIT_READ)
public class AuditTrail {

    static final int PAGE = 50;

    private static final String FILTER = """
             where (:actor = '' or actor_key = :actorKey or actor_name ilike '%' || :actor || '%')
               and (:action = '' or action = :action)
               and (:subject = '' or subject_type || ' ' || subject_id ilike '%' || :subject || '%' or detail ilike '%' || :subject || '%')
            """;

    private final JdbcClient jdbc;

    /**
     * Entries that fit all three filters, newest first; an empty filter fits every entry.
     *
     * @param actor part of a name, or a whole key such as {@code EMPLOYEE:17}, which tells two people of one name apart
     */
    public PageOf<AuditEntry> find(String actor, String action, String subject, int page) {
        long total = jdbc.sql("select count(*) from audit_line" + FILTER)
                .param("actor", escaped(actor))
                .param("actorKey", actor.strip())
                .param("action", action)
                .param("subject", escaped(subject))
                .query(Long.class)
                .single();
        var rows = jdbc.sql("""
                        select at, actor_key, actor_name, action, subject_type, subject_id, detail from audit_line
                        """ + FILTER + " order by id desc limit :limit offset :offset")
                .param("actor", escaped(actor))
                .param("actorKey", actor.strip())
                .param("action", action)
                .param("subject", escaped(subject))
                .param("limit", PAGE)
                .param("offset", PageOf.offset(page, PAGE))
                .query(AuditTrail::entry)
                .list();
        return new PageOf<>(rows, Math.max(1, page), PAGE, total);
    }

    /** The last ones; nothing is counted. */
    public List<AuditEntry> newest(int limit) {
        return jdbc.sql("""
                        select at, actor_key, actor_name, action, subject_type, subject_id, detail
                          from audit_line order by id desc limit :limit
                        """).param("limit", limit).query(AuditTrail::entry).list();
    }

    /** The kinds of deed that occur, for the filter. */
    public List<String> actions() {
        return jdbc.sql("select distinct action from audit_line order by action")
                .query(String.class)
                .list();
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                ActedBy.from(row, "actor"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getString("detail"));
    }

    private static String escaped(String typed) {
        return typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
