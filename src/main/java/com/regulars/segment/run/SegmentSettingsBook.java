package com.regulars.segment.run;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.segment.rating.CutRule;
import com.regulars.segment.rating.SegmentSettings;
import com.regulars.shared.RefusedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the settings of the rating. */
@Service
@RequiredArgsConstructor
public class SegmentSettingsBook {

    private final JdbcClient jdbc;
    private final AuditLog auditLog;

    public SegmentSettings current() {
        return jdbc.sql("select * from segment_settings")
                .query((row, number) -> read(row))
                .single();
    }

    /**
     * Holds from the next run on.
     *
     * @throws RefusedException {@code VALUE_CLASSES_REVERSED} when a key account would spend less than a regular one
     */
    @Requires(Permission.SEGMENT_SETTINGS)
    @Transactional
    public void change(SegmentSettings settings) {
        if (settings.keyAccountMinor() < settings.regularAccountMinor()) {
            throw new RefusedException("VALUE_CLASSES_REVERSED");
        }
        Map<String, Object> columns = columns(settings);
        boolean fixed = settings.cut() instanceof CutRule.Fixed;
        columns.put("cutVisits", fixed ? ((CutRule.Fixed) settings.cut()).visits() : null);
        columns.put("cutSpend", fixed ? ((CutRule.Fixed) settings.cut()).spendMinor() : null);
        jdbc.sql("""
                        update segment_settings
                           set window_days = :windowDays, cut_mode = :mode, cut_visits = cast(:cutVisits as bigint),
                               cut_spend_minor = cast(:cutSpend as bigint),
                               percentile_visits = cast(:percentileVisits as int),
                               percentile_spend = cast(:percentileSpend as int),
                               key_account_minor = :keyAccount, regular_account_minor = :regularAccount
                        """).params(columns).update();
        auditLog.record("segment.settingsChanged", "segment", "settings", settings.toString());
    }

    /** The settings as named parameters, without the fixed cuts. */
    static Map<String, Object> columns(SegmentSettings settings) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("windowDays", settings.windowDays());
        columns.put("keyAccount", settings.keyAccountMinor());
        columns.put("regularAccount", settings.regularAccountMinor());
        switch (settings.cut()) {
            case CutRule.Fixed fixed -> {
                columns.put("mode", "FIXED");
                columns.put("percentileVisits", null);
                columns.put("percentileSpend", null);
            }
            case CutRule.Percentile percentile -> {
                columns.put("mode", "PERCENTILE");
                columns.put("percentileVisits", percentile.visits());
                columns.put("percentileSpend", percentile.spend());
            }
        }
        return columns;
    }

    private static SegmentSettings read(ResultSet row) throws SQLException {
        CutRule cut = "FIXED".equals(row.getString("cut_mode"))
                ? new CutRule.Fixed(row.getLong("cut_visits"), row.getLong("cut_spend_minor"))
                : new CutRule.Percentile(row.getInt("percentile_visits"), row.getInt("percentile_spend"));
        return new SegmentSettings(
                row.getInt("window_days"), cut, row.getLong("key_account_minor"), row.getLong("regular_account_minor"));
    }
}
