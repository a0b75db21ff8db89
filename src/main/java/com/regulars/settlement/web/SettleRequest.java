package com.regulars.settlement.web;

import com.regulars.ledger.TenderType;
import com.regulars.settlement.quote.PayBy;
import com.regulars.settlement.quote.QuoteBill;
import com.regulars.settlement.settle.BillTender;
import com.regulars.settlement.settle.SettleBill;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The quote's body and how it is paid; {@code payBy} may be left out because the tenders tell. */
record SettleRequest(
        @NotBlank @Size(max = 40) String venueCode,
        @NotNull @Size(max = 500) List<QuoteRequest.@NotNull @Valid Line> lines,
        @Nullable @Size(min = 1, max = 40) String cardNumber,
        @Nullable @Size(min = 1, max = 40) String customerId,
        @Nullable PayBy payBy,
        @Nullable @Min(0) @Max(1_000_000_000_000L) Long storedValueMinor,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 40) String> couponCodes,
        @Nullable @Min(0) @Max(1_000_000_000_000L) Long redeemPoints,
        @NotBlank @Size(max = 100) String billNumber,
        @NotNull @Min(0) @Max(1_000_000_000_000L) Long expectedPayableMinor,
        @NotNull @Size(max = 20) List<@NotNull @Valid Tender> tenders,
        @Nullable @Size(max = 200) List<@NotBlank @Size(max = 40) String> guests,
        @Nullable @Size(max = 40) String shiftId) {

    SettleRequest {
        if (billNumber != null) {
            billNumber = billNumber.strip();
        }
    }

    record Tender(
            @NotNull TenderType type,
            @NotNull @Min(0) @Max(1_000_000_000_000L) Long amountMinor,
            @Nullable @Size(min = 1, max = 40) String cardNumber,
            @Nullable @Size(max = 40) String pin) {

        BillTender toTender() {
            return new BillTender(type, amountMinor, cardNumber, pin);
        }
    }

    SettleBill toCommand() {
        var quote = new QuoteRequest(
                venueCode,
                lines,
                cardNumber,
                customerId,
                payBy == null ? PayBy.OTHER : payBy,
                storedValueMinor,
                couponCodes,
                redeemPoints);
        QuoteBill bill = quote.toCommand();
        return new SettleBill(
                bill,
                billNumber,
                expectedPayableMinor,
                tenders.stream().map(Tender::toTender).toList(),
                guests == null
                        ? List.of()
                        : guests.stream().map(id -> Ids.parse("customer", id)).toList(),
                shiftId);
    }
}
