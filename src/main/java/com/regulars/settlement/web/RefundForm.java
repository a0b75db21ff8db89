package com.regulars.settlement.web;

import com.regulars.settlement.refund.RefundBill;
import com.regulars.settlement.refund.RefundBill.RefundedLine;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.PlainText;
import com.regulars.venue.MoneyFormat;
import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The refund form of a bill.
 *
 * @param requestId made when the form was drawn, so that sending it twice refunds once
 * @param what {@code whole}, {@code amount} or {@code lines}
 * @param quantities pieces per line, in the order of the lines
 */
record RefundForm(
        @Nullable String requestId,
        @Nullable String what,
        @Nullable String amount,
        @Nullable List<@Nullable String> quantities,
        @Nullable String reason) {

    static RefundForm empty(String requestId) {
        return new RefundForm(requestId, "whole", "", List.of(), "");
    }

    String key() {
        return requestId == null || requestId.isBlank() ? UUID.randomUUID().toString() : "refund-" + requestId;
    }

    /** The same input under a new request id: a refusal is the answer of the old one. */
    RefundForm tryAgain() {
        return new RefundForm(UUID.randomUUID().toString(), what, amount, quantities, reason);
    }

    RefundBill toCommand(long settlementId, MoneyFormat money) {
        if (reason == null || reason.isBlank() || reason.length() > 500) {
            throw new InvalidFieldException("reason", "NotBlank");
        }
        Long amountMinor = "amount".equals(what) ? requireAmount(money) : null;
        List<RefundedLine> lines = "lines".equals(what) ? requireLines() : List.of();
        return new RefundBill(settlementId, amountMinor, lines, PlainText.require("reason", reason.strip()), null);
    }

    private Long requireAmount(MoneyFormat money) {
        long minor = money.parse("amount", amount == null ? "" : amount);
        if (minor == 0) {
            throw new InvalidFieldException("amount", "Positive");
        }
        return minor;
    }

    private List<RefundedLine> requireLines() {
        List<@Nullable String> asked = quantities == null ? List.of() : quantities;
        var lines = IntStream.range(0, asked.size())
                .mapToObj(i -> new RefundedLine(i, pieces(asked.get(i))))
                .filter(line -> line.quantity() > 0)
                .toList();
        if (lines.isEmpty()) {
            throw new InvalidFieldException("quantities", "required");
        }
        return lines;
    }

    private static long pieces(@Nullable String typed) {
        String plain = Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFKC)
                .strip();
        if (!plain.matches("[0-9]{0,9}")) {
            throw new InvalidFieldException("quantities", "type");
        }
        return plain.isEmpty() ? 0 : Long.parseLong(plain);
    }
}
