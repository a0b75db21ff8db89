package com.regulars.demo;

import com.regulars.menu.Dish;
import com.regulars.menu.Menu;
import com.regulars.menu.MenuEditing;
import com.regulars.menu.SaveDish;
import com.regulars.venue.MoneyFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Some sixty dishes with member prices. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoMenu {

    private final MenuEditing editing;
    private final Menu menu;
    private final MoneyFormat money;

    void write() {
        var known = menu.all().stream().map(Dish::code).collect(Collectors.toSet());
        for (CSVRecord row : rows()) {
            if (!known.contains(row.get("code"))) {
                editing.save(dish(row));
            }
        }
    }

    private SaveDish dish(CSVRecord row) {
        String memberPrice = row.get("member_price");
        return SaveDish.add(
                row.get("code"),
                row.get("name"),
                row.get("category"),
                money.parse("price", row.get("price")),
                memberPrice.isEmpty() ? null : money.parse("memberPrice", memberPrice),
                Boolean.parseBoolean(row.get("discountable")));
    }

    private static List<CSVRecord> rows() {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = new InputStreamReader(
                        new ClassPathResource("demo/dishes.csv").getInputStream(), StandardCharsets.UTF_8);
                var rows = format.parse(reader)) {
            return rows.getRecords();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
