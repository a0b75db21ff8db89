package com.regulars.menu.web;

import com.regulars.menu.Dish;
import com.regulars.menu.SaveDish;
import com.regulars.shared.web.Length;
import com.regulars.venue.MoneyFormat;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A dish as it is typed; {@code memberPrice} is empty when everybody pays the same. */
public record DishForm(
        @Nullable Long id,
        @Nullable Long version,
        @NotBlank @Size(max = 40) String code,
        @NotBlank @Length(max = 200) String name,
        @NotBlank @Size(max = 100) String category,
        @NotBlank @Size(max = 20) String price,
        @Nullable @Size(max = 20) String memberPrice,
        boolean discountable,
        boolean active) {

    static DishForm empty() {
        return new DishForm(null, null, "", "", "", "", "", true, true);
    }

    static DishForm of(Dish dish, long version, MoneyFormat money) {
        Long member = dish.memberPriceMinor();
        return new DishForm(
                dish.id(),
                version,
                dish.code(),
                dish.name(),
                dish.category(),
                money.input(dish.priceMinor()),
                member == null ? "" : money.input(member),
                dish.discountable(),
                dish.active());
    }

    SaveDish toCommand(@Nullable Long dishId, MoneyFormat money) {
        String member = memberPrice;
        return new SaveDish(
                dishId,
                dishId == null ? null : version,
                code.strip(),
                name.strip(),
                category.strip(),
                money.parse("price", price),
                member == null || member.isBlank() ? null : (Long) money.parse("memberPrice", member),
                discountable,
                active);
    }
}
