package com.regulars.settlement.settle;

import com.regulars.settlement.quote.QuoteBill;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pays a bill.
 *
 * @param bill what is on it; its {@code payBy} counts only when nothing is tendered, its stored value never
 * @param billNumber the till's own number, used once per venue; spaces around it do not count
 * @param expectedPayableMinor what the till showed to the guest
 * @param guests who enjoyed the visit beside the one who paid (R1.6)
 * @param shiftId null means the actor's open shift at the venue
 */
public record SettleBill(
        QuoteBill bill,
        String billNumber,
        long expectedPayableMinor,
        List<BillTender> tenders,
        List<Long> guests,
        @Nullable String shiftId) {

    public SettleBill {
        billNumber = billNumber.strip();
        tenders = List.copyOf(tenders);
        guests = List.copyOf(guests);
    }

    /** Who the bill may have to wait for: the cards it names, or the guest whose only card counts as shown. */
    List<String> cards() {
        Stream<@Nullable String> shown = Stream.of(
                bill.cardNumber() == null && bill.customerId() != null
                        ? "guest " + bill.customerId()
                        : bill.cardNumber());
        return Stream.concat(shown, tenders.stream().map(BillTender::cardNumber))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
