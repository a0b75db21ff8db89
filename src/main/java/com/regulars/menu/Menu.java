package com.regulars.menu;

import com.regulars.shared.NotFoundException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the brand sells, with normal and member price (R4.4). */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Menu {

    private final MenuDishRepository dishes;

    /** Every dish, also those that cannot be ordered now, by category and code. */
    public List<Dish> all() {
        return dishes.findAllByOrderByCategoryAscCodeAsc().stream()
                .map(MenuDish::toDish)
                .toList();
    }

    public Optional<Dish> findByCode(String code) {
        return dishes.findByCode(code).map(MenuDish::toDish);
    }

    /** @throws NotFoundException when no dish has this id */
    public Dish get(long id) {
        return dishes.findById(id).map(MenuDish::toDish).orElseThrow(() -> new NotFoundException("dish", id));
    }

    /** Dishes that can be ordered, by the start of code, pinyin or initials or any part of the name; an exact code first. */
    public List<Dish> search(String query, int limit) {
        String typed = query.strip().toLowerCase(Locale.ROOT).replace(" ", "");
        if (typed.isEmpty()) {
            return List.of();
        }
        String escaped = typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return dishes.search(typed, escaped, limit).stream()
                .map(MenuDish::toDish)
                .toList();
    }
}
