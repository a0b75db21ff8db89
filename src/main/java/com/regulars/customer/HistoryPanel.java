package com.regulars.customer;

import com.regulars.access.Permission;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What was changed on the card (R1.8). */
@Component
@RequiredArgsConstructor
class HistoryPanel implements CustomerPanel {

    private static final int SHOWN = 20;

    private final CustomerHistory history;

    @Override
    public String key() {
        return "history";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Column column() {
        return Column.MIDDLE;
    }

    @Override
    public Permission permission() {
        return Permission.CUSTOMER_READ;
    }

    @Override
    public String fragment() {
        return "customer/_panels :: history";
    }

    @Override
    public Map<String, Object> model(long customerId) {
        return Map.of("changes", history.of(customerId, SHOWN));
    }
}
