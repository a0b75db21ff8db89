package com.regulars.ledger.web;

import com.regulars.access.Permission;
import com.regulars.ledger.check.LedgerVerification;
import com.regulars.shared.web.HomeTile;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Whether the books added up when they were last checked. */
@Component
@RequiredArgsConstructor
class VerificationTile implements HomeTile {

    private final LedgerVerification verification;

    @Override
    public String permission() {
        return Permission.LEDGER_VERIFY.name();
    }

    @Override
    public int order() {
        return 65;
    }

    @Override
    public Width width() {
        return Width.THIRD;
    }

    @Override
    public String fragment() {
        return "ledger/_tile :: tile";
    }

    @Override
    public Map<String, Object> model() {
        return Map.of("past", verification.history(1));
    }
}
