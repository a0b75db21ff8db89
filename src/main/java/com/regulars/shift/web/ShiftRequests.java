package com.regulars.shift.web;

import com.regulars.shared.web.Length;
import com.regulars.shift.CashCount;
import com.regulars.shift.CashCount.Pieces;
import com.regulars.shift.CashMovement.Direction;
import com.regulars.shift.CloseShift;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What other systems send about shifts. */
final class ShiftRequests {

    private static final long LARGEST = 1_000_000_000_000L;

    private ShiftRequests() {}

    /** @param till names the till on receipts, so that it is short */
    record OpenJson(
            @NotBlank @Size(max = 40) String venueCode,
            @NotBlank @Length(max = 30) String till,
            @NotNull @Min(0) @Max(LARGEST) Long floatMinor) {}

    record MovementJson(
            @NotNull Direction direction,
            @NotNull @Min(1) @Max(LARGEST) Long amountMinor,
            @NotBlank @Length(max = 500) String reason) {}

    record CloseJson(
            @NotNull @Min(0) @Max(LARGEST) Long countedCashMinor,
            @Nullable @Size(max = 40) List<@NotNull @Valid PiecesJson> denominations,

            @Nullable @Pattern(regexp = ".*\\S.*", message = "blank") @Length(max = 500)
            String reason,

            @Nullable @Pattern(regexp = ".*\\S.*", message = "blank") @Length(max = 200)
            String nextCashier) {

        CloseShift toCommand(long shiftId) {
            var pieces = denominations == null
                    ? List.<Pieces>of()
                    : denominations.stream()
                            .map(each -> new Pieces(each.valueMinor(), each.count()))
                            .toList();
            return new CloseShift(shiftId, new CashCount(countedCashMinor, pieces), reason, nextCashier);
        }
    }

    /** So many notes or coins of one value. */
    record PiecesJson(
            @NotNull @Min(1) @Max(100_000_000L) Long valueMinor,
            @NotNull @Min(0) @Max(1_000_000L) Long count) {}
}
