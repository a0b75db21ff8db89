package com.regulars.menu;

import com.regulars.shared.NotFoundException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** Dishes by their code; codes that no dish has are left out. */
    public Map<String, Dish> byCodes(Collection<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : dishes.findByCodeIn(codes).stream()
                        .map(MenuDish::toDish)
                        .collect(Collectors.toMap(Dish::code, Function.identity()));
    }

    /** @throws NotFoundException when no dish has this id */
    public Dish get(long id) {
        return dishes.findById(id).map(MenuDish::toDish).orElseThrow(() -> new NotFoundException("dish", id));
    }

    /** The version of a dish, so that two who change it at once do not overwrite each other. */
    public long version(long id) {
        return dishes.findById(id).map(MenuDish::getVersion).orElseThrow(() -> new NotFoundException("dish", id));
    }

    /** Every dish that fits what was typed, also those that cannot be ordered now; all of them for nothing typed. */
    public List<Dish> find(String query) {
        String typed = plain(query);
        return dishes.findAllByOrderByCategoryAscCodeAsc().stream()
                .filter(dish -> dish.fits(typed))
                .map(MenuDish::toDish)
                .toList();
    }

    private static String plain(String query) {
        return query.strip().toLowerCase(Locale.ROOT).replace(" ", "");
    }

    /** Dishes that can be ordered, by the start of code, pinyin or initials or any part of the name; an exact code first. */
    public List<Dish> search(String query, int limit) {
        String typed = plain(query);
        if (typed.isEmpty()) {
            return List.of();
        }
        String escaped = typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return dishes.search(typed, escaped, limit).stream()
                .map(MenuDish::toDish)
                .toList();
    }
}
