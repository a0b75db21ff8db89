package com.regulars.menu;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "menu_dish")
@Getter
class MenuDish {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "menu_dish_seq")
    @SequenceGenerator(name = "menu_dish_seq", sequenceName = "menu_dish_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    private String code;
    private String name;
    private String category;
    private long priceMinor;
    private @Nullable Long memberPriceMinor;
    private boolean discountable;
    private boolean active;
    private String searchTerms;

    protected MenuDish() {}

    MenuDish(SaveDish command) {
        change(command);
    }

    void change(SaveDish command) {
        code = command.code();
        name = command.name();
        category = command.category();
        priceMinor = command.priceMinor();
        memberPriceMinor = command.memberPriceMinor();
        discountable = command.discountable();
        active = command.active();
        searchTerms = DishSearchTerms.of(code, name);
    }

    /** Whether a term starts with what was typed or the name contains it. */
    boolean fits(String typed) {
        return searchTerms.contains(" " + typed)
                || name.toLowerCase(Locale.ROOT).contains(typed);
    }

    Dish toDish() {
        return new Dish(id, code, name, category, priceMinor, memberPriceMinor, discountable, active);
    }
}
