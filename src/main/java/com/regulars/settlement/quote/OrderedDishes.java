package com.regulars.settlement.quote;

import com.regulars.menu.Dish;
import com.regulars.menu.Menu;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Puts the menu's prices on the lines that name a dish: the menu counts, never the till (R4.10). */
@Component
@RequiredArgsConstructor
class OrderedDishes {

    private static final long LARGEST_MINOR = 1_000_000_000_000L;

    private final Menu menu;

    /**
     * @throws RefusedException {@code DISH_UNKNOWN} when a line names a dish that is not on the menu
     * @throws InvalidFieldException when a line or the whole bill is too large
     */
    List<BillLine> priced(List<BillLine> lines) {
        Map<String, Dish> dishes = menu.byCodes(lines.stream()
                .flatMap(line -> Stream.ofNullable(line.item()))
                .distinct()
                .toList());
        List<BillLine> priced = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < lines.size(); i++) {
            BillLine line = priced(lines.get(i), dishes);
            if (line.unitPriceMinor() > LARGEST_MINOR / line.quantity()
                    || (total += line.listMinor()) > LARGEST_MINOR) {
                throw new InvalidFieldException("lines[" + i + "].quantity", "billTooLarge");
            }
            priced.add(line);
        }
        return priced;
    }

    private static BillLine priced(BillLine line, Map<String, Dish> dishes) {
        String code = line.item();
        if (code == null) {
            return line;
        }
        Dish dish = Optional.ofNullable(dishes.get(code))
                .filter(Dish::active)
                .orElseThrow(() -> new RefusedException("DISH_UNKNOWN", code));
        return new BillLine(
                code,
                line.name(),
                line.quantity(),
                dish.priceMinor(),
                dish.memberPriceMinor(),
                dish.discountable() && line.discountable());
    }
}
