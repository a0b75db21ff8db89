package com.regulars.settlement.web;

import com.regulars.settlement.refund.RefundBill;
import com.regulars.shared.InvalidFieldException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

record RefundRequest(
        @Nullable @Min(1) @Max(1_000_000_000_000L) Long amountMinor,
        @Nullable @Size(min = 1, max = 500) List<@NotNull @Valid Line> lines,
        @NotBlank @Size(max = 500) String reason,
        @Nullable @Size(max = 40) String shiftId) {

    record Line(
            @NotNull @Min(0) @Max(499) Integer line,
            @NotNull @Min(1) @Max(1_000_000) Long quantity) {}

    RefundBill toCommand(long settlementId) {
        if (amountMinor != null && lines != null) {
            throw new InvalidFieldException("lines", "refundAmountOrLines");
        }
        var pieces = lines == null
                ? List.<RefundBill.RefundedLine>of()
                : lines.stream()
                        .map(line -> new RefundBill.RefundedLine(line.line(), line.quantity()))
                        .toList();
        return new RefundBill(settlementId, amountMinor, pieces, reason, shiftId);
    }
}
