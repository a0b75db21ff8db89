package com.regulars.ledger.check;

import static com.regulars.access.Permission.LEDGER_VERIFY;

import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.ledger.AccountKind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves the books: from their entries, from what caused their postings, and from their seals. All laws are asked in one
 * state of the books, however busy the tills are. A holder whose accounts do not add up is parked: nothing moves there
 * until somebody has looked.
 */
@Slf4j
@Service
public class LedgerVerification {

    private final SharedProof shared;
    private final BooksCheck check;
    private final VerificationStore store;
    private final FindingPlaces places;
    private final Seals seals;
    private final AuditLog auditLog;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LedgerVerification(
            SharedProof shared,
            BooksCheck check,
            VerificationStore store,
            FindingPlaces places,
            Seals seals,
            AuditLog auditLog,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.shared = shared;
        this.check = check;
        this.store = store;
        this.places = places;
        this.seals = seals;
        this.auditLog = auditLog;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A verification that was kept. */
    public record Past(long id, Instant at, Verification result, long accountsParked) {}

    /** An account that is parked. */
    public record Parked(long accountId, long holderId, AccountKind kind, long balance, long entries) {}

    /** Verifies without changing anything. */
    @Requires(LEDGER_VERIFY)
    public Verification verify() {
        return shared.run().verification();
    }

    /** Seals what is new, verifies, parks what does not add up, and keeps the result. */
    @Requires(LEDGER_VERIFY)
    public Past verifyAndPark() {
        long sealed = 1;
        while (sealed > 0) {
            sealed = seals.sealSome();
        }
        Proof proof = shared.run();
        return transaction.execute(status -> keep(proof));
    }

    private Past keep(Proof proof) {
        Verification result = proof.verification();
        int parked = check.park(proof.holders());
        Past past = store.keep(clock.instant(), result, parked);
        if (!result.ok()) {
            log.error("The books do not add up: {}; {} accounts parked", proof.summary(), parked);
            auditLog.record("ledger.mismatch", "ledger", "verification", proof.summary());
        }
        return past;
    }

    /** The newest results, newest first, without what they found. */
    @Requires(LEDGER_VERIFY)
    @Transactional(readOnly = true)
    public List<Past> history(int limit) {
        return store.newest(limit);
    }

    /** What a verification found, with where to look. */
    @Requires(LEDGER_VERIFY)
    @Transactional(readOnly = true)
    public List<PlacedFinding> findings(Past past) {
        return places.of(store.findings(past.id()));
    }

    /** What is parked now. */
    @Requires(LEDGER_VERIFY)
    @Transactional(readOnly = true)
    public List<Parked> parked() {
        return store.parked();
    }

    /** Who holds these accounts, by their ids. */
    @Requires(LEDGER_VERIFY)
    @Transactional(readOnly = true)
    public Map<Long, PlacedFinding.Place> holders(List<Parked> parked) {
        return places.holders(parked.stream().map(Parked::holderId).distinct().toList());
    }
}
