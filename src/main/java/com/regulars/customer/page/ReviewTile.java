package com.regulars.customer.page;

import com.regulars.access.Permission;
import com.regulars.shared.web.HomeTile;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Cards that fall due for review, for those who keep them (R1.8). */
@Component
@RequiredArgsConstructor
class ReviewTile implements HomeTile {

    private static final int SHOWN = 5;

    private final HomeQueries queries;

    @Override
    public String permission() {
        return Permission.CUSTOMER_EDIT.name();
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Width width() {
        return Width.THIRD;
    }

    @Override
    public String fragment() {
        return "customer/_tiles :: reviews";
    }

    @Override
    public Map<String, Object> model() {
        return Map.of("guests", queries.reviews(SHOWN));
    }
}
