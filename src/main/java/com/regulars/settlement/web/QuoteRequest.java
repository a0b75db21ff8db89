package com.regulars.settlement.web;

import com.regulars.settlement.quote.BillLine;
import com.regulars.settlement.quote.PayBy;
import com.regulars.settlement.quote.QuoteBill;
import com.regulars.shared.web.Length;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

record QuoteRequest(
        @NotBlank @Size(max = 40) String venueCode,
        @NotNull @Size(max = 500) List<@NotNull @Valid Line> lines,
        @Nullable @Size(min = 1, max = 40) String cardNumber,
        @Nullable @Size(min = 1, max = 40) String customerId,
        @NotNull PayBy payBy,
        @Nullable @Min(0) @Max(1_000_000_000_000L) Long storedValueMinor,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 40) String> couponCodes,
        @Nullable @Min(0) @Max(1_000_000_000_000L) Long redeemPoints) {

    record Line(
            @Nullable @Size(min = 1, max = 40) String item,
            @NotBlank @Length(max = 200) String name,
            @NotNull @Min(1) @Max(1_000_000) Long quantity,
            @NotNull @Min(0) @Max(1_000_000_000_000L) Long unitPriceMinor,
            @Nullable @Min(0) @Max(1_000_000_000_000L) Long memberUnitPriceMinor,
            @Nullable Boolean discountable) {

        BillLine toLine() {
            return new BillLine(
                    item, name, quantity, unitPriceMinor, memberUnitPriceMinor, discountable == null || discountable);
        }
    }

    QuoteBill toCommand() {
        return new QuoteBill(
                venueCode,
                lines.stream().map(Line::toLine).toList(),
                cardNumber,
                customerId == null ? null : Ids.parse("customer", customerId),
                payBy,
                storedValueMinor == null ? 0 : storedValueMinor,
                couponCodes == null ? List.of() : couponCodes,
                redeemPoints == null ? 0 : redeemPoints);
    }
}
