package com.regulars.card.web;

import com.regulars.ledger.TenderType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the front desk fills in to issue a card. */
record IssueForm(
        @NotNull Long customerId,
        @NotBlank String programmeCode,

        @Pattern(regexp = "[0-9]{6}|", message = "{invalid.pin}") @Nullable
        String pin,

        @NotNull TenderType feeTender,
        @NotBlank @Size(max = 80) String requestId) {

    @Nullable
    String pinOrNone() {
        return pin == null || pin.isBlank() ? null : pin;
    }

    @Override
    public String toString() {
        return "IssueForm[customerId=" + customerId + ", programmeCode=" + programmeCode + "]";
    }
}
