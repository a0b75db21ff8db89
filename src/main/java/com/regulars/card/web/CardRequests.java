package com.regulars.card.web;

import com.regulars.card.topup.RefundCause;
import com.regulars.ledger.TenderType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What other systems send about cards. */
final class CardRequests {

    private CardRequests() {}

    /** How something is paid. */
    record TenderJson(@NotNull TenderType type) {}

    record IssueJson(
            @NotBlank @Size(max = 40) String customerId,
            @NotBlank @Size(max = 40) String programmeCode,
            @NotBlank @Size(max = 40) String venueCode,
            @Pattern(regexp = "[0-9]{6}") @Nullable String pin,
            @Valid @Nullable TenderJson feeTender,
            @Size(max = 40) @Nullable String shiftId) {

        @Override
        public String toString() {
            return "IssueJson[customerId=" + customerId + ", programmeCode=" + programmeCode + "]";
        }
    }

    record TopUpJson(
            @NotBlank @Size(max = 40) String venueCode,
            @NotNull @Min(1) @Max(1_000_000_000_000L) Long amountMinor,
            @Valid @NotNull TenderJson tender,
            @Size(max = 40) @Nullable String shiftId) {}

    record PinJson(@NotNull @Pattern(regexp = "[0-9]{6}") String pin) {

        @Override
        public String toString() {
            return "PinJson[…]";
        }
    }

    record TopUpRefundJson(
            @NotNull RefundCause cause,
            @Valid @NotNull TenderJson tender,
            @Size(max = 40) @Nullable String shiftId) {}

    record ReplacementJson(@NotBlank @Size(max = 40) String venueCode) {}

    /** A body that says nothing. */
    record NothingJson() {}
}
