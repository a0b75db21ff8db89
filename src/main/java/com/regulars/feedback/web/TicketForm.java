package com.regulars.feedback.web;

import com.regulars.feedback.Severity;
import com.regulars.feedback.TakeTicket;
import com.regulars.feedback.TicketCategory;
import com.regulars.feedback.TicketSource;
import com.regulars.venue.Venue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What is typed when a guest's word is taken; the fields of form QR855-01 (R3.1).
 *
 * @param customerId the guest that was chosen; null for one who is not on file
 * @param register whether the guest of {@code guestName} gets a card
 */
record TicketForm(
        @Nullable Long customerId,
        @NotBlank String venueCode,
        @Size(max = 200) String guestName,
        @Size(max = 40) String guestPhone,
        @Nullable Boolean register,
        @NotNull TicketSource source,
        @NotNull TicketCategory category,
        @NotNull Severity severity,
        @Size(max = 200) String product,

        @Nullable @PastOrPresent @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate occurredOn,

        @NotBlank @Size(max = 4000) String text) {

    TicketForm {
        venueCode = venueCode == null ? "" : venueCode;
        guestName = guestName == null ? "" : guestName;
        guestPhone = guestPhone == null ? "" : guestPhone;
        product = product == null ? "" : product;
        text = text == null ? "" : text;
    }

    static TicketForm empty(@Nullable Long customerId) {
        return new TicketForm(
                customerId,
                "",
                "",
                "",
                false,
                TicketSource.CUSTOMER_CAME,
                TicketCategory.QUALITY_PROBLEM,
                Severity.NORMAL,
                "",
                null,
                "");
    }

    /** Whether the guest is to get a card first, because the house does not know them yet. */
    boolean asksForACard() {
        return customerId == null && Boolean.TRUE.equals(register);
    }

    /** @param guest null for one who is not on file and stays so */
    TakeTicket toCommand(Venue venue, @Nullable Long guest) {
        String stranger = guest == null ? guestName : null;
        return new TakeTicket(venue.id(), guest, stranger, source, category, product, occurredOn, text, severity);
    }
}
