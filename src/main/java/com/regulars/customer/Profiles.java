package com.regulars.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads profiles under a lock and writes what became of them, with the history of every field (R1.8). */
@Component
@RequiredArgsConstructor
class Profiles {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final CustomerSearchTerms terms;
    private final Clock clock;

    /** A profile and the version it has. */
    record Stored(CustomerProfile profile, int version) {}

    /** The profiles of these customers; {@code lock} keeps them until the transaction ends, in id order. */
    Map<Long, Stored> of(Collection<Long> ids, boolean lock) {
        Map<Long, Stored> found = new LinkedHashMap<>();
        jdbc.sql("select * from customer where id = any(:ids) order by id" + (lock ? " for no key update" : ""))
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getLong("id"), new Stored(profile(row), row.getInt("version")));
                });
        return found;
    }

    /** Writes revisions of locked profiles; those that change nothing are passed over. */
    int write(List<Revision> revisions, String by) {
        var changed = revisions.stream()
                .filter(revision -> !revision.changes().isEmpty())
                .toList();
        if (changed.isEmpty()) {
            return 0;
        }
        batches.batchUpdate("""
                update customer set kind = :kind, name = :name, pinyin = :pinyin, gender = :gender, birthday = :birthday,
                       phone = :phone, email = :email, address = :address, language = :language, employer = :employer,
                       position = :position, won_by = :wonBy, note = :note, dietary = :dietary,
                       consent_phone = :consentPhone, consent_sms = :consentSms, consent_email = :consentEmail,
                       consent_on = case when :consentChanged then :today else consent_on end,
                       stage = :stage, external_ref = :externalRef, version = version + 1
                 where id = :id
                """, changed.stream().map(this::parameters).toArray(SqlParameterSource[]::new));
        writeHistory(changed, by);
        changed.stream().filter(Revision::renames).forEach(this::rename);
        changed.stream().filter(Revision::movesPhone).forEach(this::movePhone);
        return changed.size();
    }

    private void rename(Revision revision) {
        terms.replace(
                revision.customerId(),
                CustomerTerms.NAME,
                CustomerTerms.ofName(revision.after().name()));
    }

    private void movePhone(Revision revision) {
        terms.replace(
                revision.customerId(),
                CustomerTerms.PHONE,
                CustomerTerms.ofPhone(revision.after().phone()));
    }

    private void writeHistory(List<Revision> revisions, String by) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var rows = revisions.stream()
                .flatMap(revision -> revision.changes().stream()
                        .map(change -> new MapSqlParameterSource("id", revision.customerId())
                                .addValue("field", change.field())
                                .addValue("old", change.before())
                                .addValue("new", change.after())
                                .addValue("at", now)
                                .addValue("by", by)))
                .toArray(SqlParameterSource[]::new);
        batches.batchUpdate("""
                insert into customer_change (id, customer_id, field, old_value, new_value, changed_at, changed_by)
                values (nextval('customer_change_seq'), :id, :field, :old, :new, :at, :by)
                """, rows);
    }

    private MapSqlParameterSource parameters(Revision revision) {
        CustomerProfile profile = revision.after();
        return new MapSqlParameterSource("id", revision.customerId())
                .addValue("kind", profile.kind().name())
                .addValue("name", profile.name())
                .addValue("pinyin", Pinyin.spokenName(profile.name()))
                .addValue("gender", ProfileField.GENDER.of(profile))
                .addValue("birthday", profile.birthday())
                .addValue("phone", profile.phone())
                .addValue("email", profile.email())
                .addValue("address", profile.address())
                .addValue("language", profile.language())
                .addValue("employer", profile.employer())
                .addValue("position", profile.position())
                .addValue("wonBy", profile.wonBy())
                .addValue("note", profile.note())
                .addValue("dietary", profile.dietary())
                .addValue("consentPhone", profile.consentPhone())
                .addValue("consentSms", profile.consentSms())
                .addValue("consentEmail", profile.consentEmail())
                .addValue("consentChanged", revision.changesConsent())
                .addValue("today", LocalDate.now(clock))
                .addValue("stage", profile.stage().name())
                .addValue("externalRef", profile.externalRef());
    }

    static CustomerProfile profile(ResultSet row) throws SQLException {
        String gender = row.getString("gender");
        return new CustomerProfile(
                CustomerKind.valueOf(row.getString("kind")),
                row.getString("name"),
                gender == null ? null : Gender.valueOf(gender),
                row.getObject("birthday", LocalDate.class),
                row.getString("phone"),
                row.getString("email"),
                row.getString("address"),
                row.getString("language"),
                row.getString("employer"),
                row.getString("position"),
                row.getString("won_by"),
                row.getString("note"),
                row.getString("dietary"),
                flag(row, "consent_phone"),
                flag(row, "consent_sms"),
                flag(row, "consent_email"),
                LifecycleStage.valueOf(row.getString("stage")),
                row.getString("external_ref"));
    }

    static @Nullable Boolean flag(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Boolean.class);
    }

    static OffsetDateTime instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
    }
}
