package com.regulars.menu;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.audit.AuditChanges;
import com.regulars.audit.AuditLog;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import com.regulars.venue.MoneyFormat;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts dishes on the menu and changes them; a price change is on the audit log (R4.10). */
@Service
@RequiredArgsConstructor
@Requires(Permission.MENU_EDIT)
@Transactional
public class MenuEditing {

    private final MenuDishRepository dishes;
    private final MoneyFormat money;
    private final AuditLog audit;

    /**
     * @throws RefusedException {@code DISH_CODE_TAKEN} when another dish has the code, {@code DISH_CHANGED} when somebody
     *     else changed the dish in between
     */
    public Dish save(SaveDish command) {
        requireForm(command);
        dishes.findByCode(command.code())
                .filter(other -> !Objects.equals(other.getId(), command.id()))
                .ifPresent(other -> {
                    throw new RefusedException(RefusedException.Reason.CONFLICT, "DISH_CODE_TAKEN", command.code());
                });
        Long id = command.id();
        Dish before =
                id == null ? null : dishes.findById(id).map(MenuDish::toDish).orElse(null);
        MenuDish dish = id == null ? new MenuDish(command) : changed(id, command);
        Dish saved = dishes.saveAndFlush(dish).toDish();
        audit.record(
                id == null ? "menu.added" : "menu.changed",
                "dish",
                saved.id(),
                changes(before, saved).under(saved.code() + " " + saved.name()));
        return saved;
    }

    private AuditChanges changes(@Nullable Dish before, Dish after) {
        var changes = new AuditChanges();
        if (before == null) {
            return changes.field("menu.price", null, money.full(after.priceMinor()))
                    .field("menu.memberPrice", null, amount(after.memberPriceMinor()));
        }
        return changes.field("menu.code", before.code(), after.code())
                .field("menu.name", before.name(), after.name())
                .field("menu.category", before.category(), after.category())
                .field("menu.price", money.full(before.priceMinor()), money.full(after.priceMinor()))
                .field("menu.memberPrice", amount(before.memberPriceMinor()), amount(after.memberPriceMinor()))
                .field("menu.discountable", yes(before.discountable()), yes(after.discountable()))
                .field("menu.active", yes(before.active()), yes(after.active()));
    }

    private @Nullable String amount(@Nullable Long minor) {
        return minor == null ? null : money.full(minor);
    }

    private static String yes(boolean is) {
        return is ? "audit.log.yes" : "audit.log.no";
    }

    private MenuDish changed(long id, SaveDish command) {
        MenuDish dish = dishes.findById(id).orElseThrow(() -> new NotFoundException("dish", id));
        if (command.version() != null && command.version() != dish.getVersion()) {
            throw new RefusedException(RefusedException.Reason.CONFLICT, "DISH_CHANGED", dish.getName());
        }
        dish.change(command);
        return dish;
    }

    private static void requireForm(SaveDish command) {
        if (!command.code().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
            throw new InvalidFieldException("code", "dishCode", command.code());
        }
        Long memberPrice = command.memberPriceMinor();
        if (memberPrice != null && memberPrice > command.priceMinor()) {
            throw new InvalidFieldException("memberPrice", "memberPriceAbovePrice");
        }
    }
}
