package com.regulars.menu;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts dishes on the menu and changes them; a price change is on the audit log (R4.10). */
@Service
@RequiredArgsConstructor
@Requires(Permission.MENU_EDIT)
@Transactional
public class MenuEditing {

    private final MenuDishRepository dishes;
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
        MenuDish dish = id == null ? new MenuDish(command) : changed(id, command);
        Dish saved = dishes.saveAndFlush(dish).toDish();
        audit.record(
                id == null ? "menu.added" : "menu.changed",
                "dish",
                saved.id(),
                saved.code() + " " + saved.name() + " " + saved.priceMinor() + " / " + saved.memberPriceMinor());
        return saved;
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
