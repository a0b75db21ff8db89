package com.regulars.ledger.web;

import static com.regulars.access.Permission.LEDGER_VERIFY;

import com.regulars.access.Requires;
import com.regulars.ledger.check.LedgerVerification;
import com.regulars.ledger.check.Verification;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The proof of the books for other systems. */
@RestController
@RequestMapping("/api/v1/ledger")
@Requires(LEDGER_VERIFY)
@RequiredArgsConstructor
class LedgerApi {

    private final LedgerVerification verification;

    @GetMapping("/verification")
    Verification verify() {
        return verification.verify();
    }
}
