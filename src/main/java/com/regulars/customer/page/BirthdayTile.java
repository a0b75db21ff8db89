package com.regulars.customer.page;

import com.regulars.access.Permission;
import com.regulars.shared.web.HomeTile;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Guests whose birthday is near, for those who care for guests (R2.4). */
@Component
@RequiredArgsConstructor
class BirthdayTile implements HomeTile {

    private static final int DAYS = 7;
    private static final int SHOWN = 6;

    private final HomeQueries queries;

    @Override
    public String permission() {
        return Permission.CUSTOMER_EDIT.name();
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Width width() {
        return Width.TWO_THIRDS;
    }

    @Override
    public String fragment() {
        return "customer/_tiles :: birthdays";
    }

    @Override
    public Map<String, Object> model() {
        return Map.of("guests", queries.birthdays(DAYS, SHOWN), "today", queries.today());
    }
}
