package com.regulars.card.web;

import com.regulars.ledger.TenderType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the cashier fills in to top up a card.
 *
 * @param amount typed by hand
 * @param tier amount of the tier button pressed; beside another amount typed by hand neither counts
 * @param confirmed whether the second look at a large sum was taken
 */
record TopUpForm(
        @Nullable String amount,
        @Nullable String tier,
        @NotNull TenderType tender,
        @NotBlank @Size(max = 80) String requestId,
        @Nullable Boolean confirmed) {

    boolean isConfirmed() {
        return Boolean.TRUE.equals(confirmed);
    }

    boolean hasTier() {
        return tier != null && !tier.isBlank();
    }

    boolean hasAmount() {
        return amount != null && !amount.isBlank();
    }

    String chosenAmount() {
        return hasTier() ? typed(tier) : typed(amount);
    }

    String typedAmount() {
        return typed(amount);
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }
}
