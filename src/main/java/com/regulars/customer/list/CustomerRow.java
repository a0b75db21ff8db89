package com.regulars.customer.list;

import com.regulars.customer.CustomerSummary;
import com.regulars.customer.page.VisitFigures;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer in the list.
 *
 * @param consents the channels the customer agreed to, as message key suffixes of {@code customer.channel.}
 */
public record CustomerRow(
        CustomerSummary customer,
        String pinyin,
        @Nullable LocalDate birthday,
        @Nullable LocalDate ratedSince,
        java.util.List<String> consents,
        VisitFigures visits) {

    CustomerRow with(VisitFigures figures) {
        return new CustomerRow(customer, pinyin, birthday, ratedSince, consents, figures);
    }
}
