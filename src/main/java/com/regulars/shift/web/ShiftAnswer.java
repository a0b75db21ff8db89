package com.regulars.shift.web;

import com.regulars.shift.CashCount.Pieces;
import com.regulars.shift.Closing;
import com.regulars.shift.Explanation;
import com.regulars.shift.Handover;
import com.regulars.shift.Shift;
import com.regulars.shift.ShiftDetails;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A shift as other systems see it; what only its end can tell is null while it is open. */
record ShiftAnswer(
        String id,
        String venueCode,
        String till,
        String status,
        LocalDate businessDate,
        Instant openedAt,
        String openedBy,
        long floatMinor,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        long cashInMinor,
        long cashOutMinor,
        @Nullable Long expectedCashMinor,
        @Nullable Long countedCashMinor,
        @Nullable Long differenceMinor,
        List<PiecesJson> denominations,
        @Nullable String reason,
        @Nullable String nextCashier) {

    record PiecesJson(long valueMinor, long count) {

        static PiecesJson of(Pieces pieces) {
            return new PiecesJson(pieces.valueMinor(), pieces.count());
        }
    }

    static ShiftAnswer of(ShiftDetails details, String venueCode) {
        Shift shift = details.shift();
        Optional<Closing> closing = Optional.ofNullable(details.closing());
        return new ShiftAnswer(
                String.valueOf(shift.id()),
                venueCode,
                shift.till(),
                shift.isOpen() ? "OPEN" : "CLOSED",
                shift.businessDate(),
                shift.openedAt(),
                shift.openedBy(),
                shift.floatMinor(),
                shift.closedAt(),
                closing.map(Closing::closedBy).orElse(null),
                details.cashInMinor(),
                details.cashOutMinor(),
                closing.map(Closing::expectedCashMinor).orElse(null),
                closing.map(end -> end.count().totalMinor()).orElse(null),
                closing.map(Closing::differenceMinor).orElse(null),
                closing.stream()
                        .flatMap(end -> end.count().pieces().stream())
                        .map(PiecesJson::of)
                        .toList(),
                details.explanations().stream()
                        .findFirst()
                        .map(Explanation::reason)
                        .orElse(null),
                Optional.ofNullable(details.handover()).map(Handover::to).orElse(null));
    }
}
