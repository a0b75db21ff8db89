package com.regulars.settlement;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.shared.NotFoundException;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The settled bills, each visible in its own venue only. */
@Service
@RequiredArgsConstructor
@Requires(Permission.BILL_READ)
public class Settlements {

    private final SettlementReader reader;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final AuditLog audit;

    /** @throws NotFoundException when there is no such bill in a venue of the actor */
    @Transactional(readOnly = true)
    public SettlementDetails get(long id) {
        SettlementDetails found = reader.find(id).orElseThrow(() -> new NotFoundException("settlement", id));
        currentActor.requireVenue(found.bill().venueId(), "settlement", id);
        return found;
    }

    /**
     * Notes that the receipt goes to a printer; every print after the first is a copy and says so.
     *
     * @return how many copies there are now, 0 for the original
     */
    @Transactional
    public int printReceipt(long id) {
        SettlementDetails settlement = get(id);
        int printed = jdbc.sql("""
                        update settlement set receipts_printed = receipts_printed + 1 where id = :id
                        returning receipts_printed
                        """).param("id", id).query(Integer.class).single();
        if (printed > 1) {
            audit.record(
                    "settlement.reprinted", "settlement", id, settlement.bill().receiptNumber() + " #" + (printed - 1));
        }
        return printed - 1;
    }
}
