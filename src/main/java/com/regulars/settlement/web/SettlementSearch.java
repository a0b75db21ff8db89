package com.regulars.settlement.web;

import com.regulars.access.Permission;
import com.regulars.settlement.SettlementList;
import com.regulars.settlement.SettlementRow;
import com.regulars.shared.web.SearchSource;
import com.regulars.venue.MoneyFormat;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Finds bills by the number of the receipt or of the bill. */
@Component
@RequiredArgsConstructor
class SettlementSearch implements SearchSource {

    private final SettlementList list;
    private final MoneyFormat money;

    @Override
    public String permission() {
        return Permission.BILL_READ.name();
    }

    @Override
    public int order() {
        return 30;
    }

    /** Only what can be a number of a receipt or a bill is looked up. */
    @Override
    public List<SearchHit> search(String query, int limit) {
        if (!query.matches("(?=.*[0-9])[0-9A-Za-z-]{4,80}")) {
            return List.of();
        }
        return list.newest(query, limit).stream().map(this::hit).toList();
    }

    private SearchHit hit(SettlementRow row) {
        String guest = row.customerName() == null ? "" : row.customerName() + " ";
        return new SearchHit(
                "settlement",
                row.receiptNumber(),
                guest + money.full(row.payableMinor()) + " " + row.billNumber(),
                "/settlements/" + row.id());
    }
}
