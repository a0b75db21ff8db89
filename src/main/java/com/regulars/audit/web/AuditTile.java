package com.regulars.audit.web;

import com.regulars.access.Permission;
import com.regulars.audit.AuditTrail;
import com.regulars.shared.web.HomeTile;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What was done last, for those who read the log. */
@Component
@RequiredArgsConstructor
class AuditTile implements HomeTile {

    private static final int SHOWN = 8;

    private final AuditTrail trail;

    @Override
    public String permission() {
        return Permission.AUDIT_READ.name();
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public Width width() {
        return Width.TWO_THIRDS;
    }

    @Override
    public String fragment() {
        return "audit/_tile :: tile";
    }

    @Override
    public Map<String, Object> model() {
        return Map.of("entries", trail.newest(SHOWN));
    }
}
