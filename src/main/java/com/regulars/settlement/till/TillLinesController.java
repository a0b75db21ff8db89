package com.regulars.settlement.till;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.menu.Dish;
import com.regulars.shared.InvalidFieldException;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.MoneyFormat;
import java.text.Normalizer;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is on the bill. */
@Controller
@RequestMapping("/till")
@Requires(Permission.BILL_SETTLE)
@RequiredArgsConstructor
class TillLinesController {

    private static final String DISH = "till-dish";
    private static final int LONGEST_NAME = 200;

    private final Till till;
    private final CurrentVenue currentVenue;
    private final MoneyFormat money;

    /** The only dish that fits is added at once; several are offered, none is said. */
    @PostMapping("/lines")
    String addDish(
            @RequestParam(defaultValue = "") String dish,
            @RequestParam(required = false) @Nullable String seen,
            RedirectAttributes redirect) {
        var answer = new TillAnswer(redirect).focus(DISH);
        return answer.orProblem(
                () -> {
                    List<Dish> hits = dish.isBlank() ? List.of() : till.findDishes(dish);
                    if (hits.size() == 1) {
                        answer.give("changedLine", till.addDish(currentVenue.get(), seen, hits.getFirst()));
                    } else if (!dish.isBlank()) {
                        answer.give("dish", dish.strip());
                    }
                },
                "dish",
                dish);
    }

    @PostMapping("/free-lines")
    String addLine(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String price,
            @RequestParam(defaultValue = "false") boolean discountable,
            @RequestParam(required = false) @Nullable String seen,
            RedirectAttributes redirect) {
        var answer = new TillAnswer(redirect).focus(DISH);
        return answer.orProblem(
                () -> {
                    if (name.isBlank() || name.length() > LONGEST_NAME) {
                        throw new InvalidFieldException("name", "NotBlank");
                    }
                    long priceMinor = money.parse("price", price);
                    answer.give(
                            "changedLine",
                            till.addLine(currentVenue.get(), seen, name.strip(), priceMinor, discountable));
                },
                "name",
                name,
                "price",
                price);
    }

    /**
     * Changes the quantity of a line.
     *
     * @param quantity what stands in the field
     * @param step of the button that was pressed, −1 or 1; {@code off} takes the line off the bill
     */
    @PostMapping("/lines/{index}")
    String changeLine(
            @PathVariable int index,
            @RequestParam(required = false) @Nullable String quantity,
            @RequestParam(defaultValue = "0") String step,
            @RequestParam(required = false) @Nullable String seen,
            RedirectAttributes redirect) {
        var answer = new TillAnswer(redirect).focus(DISH).give("changedLine", index);
        return answer.orProblem(
                () -> {
                    Long typed = step.equals("off") ? (Long) 0L : typedQuantity(index, quantity);
                    long by = step.equals("1") ? 1 : step.equals("-1") ? -1 : 0;
                    till.changeLine(currentVenue.get(), seen, index, typed, by);
                },
                quantity == null ? new String[0] : new String[] {"quantity-" + index, quantity});
    }

    /** @return null when nothing was typed */
    private static @Nullable Long typedQuantity(int index, @Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (!plain.matches("[0-9]{1,9}")) {
            throw new InvalidFieldException("quantity-" + index, "quantity", BillDraft.MOST_OF_A_LINE);
        }
        return Long.valueOf(plain);
    }
}
