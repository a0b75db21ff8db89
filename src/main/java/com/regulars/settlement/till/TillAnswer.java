package com.regulars.settlement.till;

import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * How the till answers a key: always by drawing itself anew, with the hands where the next key belongs. What was refused
 * is said there, what was typed is kept, and the focus is on the field that is wrong. Nothing of it travels in an
 * address: what was typed may be a PIN in the wrong field.
 */
final class TillAnswer {

    static final String BACK = "redirect:/till";

    private static final String DISH = "till-dish";
    private static final Map<String, String> FIELDS = Map.of(
            "cash",
            "till-cash",
            "balancePart",
            "till-balance-part",
            "name",
            "till-free-name",
            "price",
            "till-free-price");

    private final RedirectAttributes redirect;

    TillAnswer(RedirectAttributes redirect) {
        this.redirect = redirect;
    }

    /** Where the next key belongs, by the id of the field. */
    TillAnswer focus(String field) {
        redirect.addFlashAttribute("focus", field);
        return this;
    }

    TillAnswer give(String name, Object value) {
        redirect.addFlashAttribute(name, value);
        return this;
    }

    /** Something the cashier has to know before the bill is paid; it keeps nobody from going on. */
    void notice(String key, Object... args) {
        give("notice", key).give("noticeArgs", args);
    }

    /** Does the work; what was typed in these fields, name and value in turn, is kept when it is refused. */
    String orProblem(Runnable work, String... typed) {
        try {
            work.run();
        } catch (RefusedException refused) {
            problem("refused." + refused.getCode(), refused.getArgs().toArray(), typed)
                    .focus(fieldOf(refused.getCode()));
        } catch (InvalidFieldException invalid) {
            problem("invalid." + invalid.getCode(), invalid.getArgs(), typed)
                    .give("problemField", invalid.getField())
                    .focus(FIELDS.getOrDefault(invalid.getField(), invalid.getField()));
        } catch (NotFoundException gone) {
            problem("notFound." + gone.getKind(), new Object[] {gone.getKey()}, typed)
                    .focus(gone.getKind().equals("coupon") ? "till-coupon" : "till-search");
        }
        return BACK;
    }

    private TillAnswer problem(String key, Object[] args, String... typed) {
        var kept = new HashMap<String, String>();
        for (int i = 0; i < typed.length; i += 2) {
            kept.put(typed[i], typed[i + 1]);
        }
        return give("problem", key).give("problemArgs", args).give("typed", kept);
    }

    private static String fieldOf(String refusal) {
        return switch (refusal) {
            case "PIN_WRONG", "PIN_REQUIRED", "PIN_LOCKED" -> "till-pin";
            case "INSUFFICIENT_BALANCE" -> "till-balance-part";
            case "COUPON_NOT_USABLE" -> "till-coupon";
            case "CARD_NOT_ACTIVE" -> "till-search";
            case "QUOTE_CHANGED", "CARD_BUSY", "REQUEST_IN_PROGRESS" -> "till-go";
            case "BILL_PAID_MEANWHILE" -> "till-next";
            default -> DISH;
        };
    }
}
