package com.regulars.segment.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.CustomerSummary;
import com.regulars.customer.Customers;
import com.regulars.segment.report.CustomerSegment;
import com.regulars.segment.report.CustomerSegments;
import com.regulars.segment.report.ValueClass;
import com.regulars.shared.NotFoundException;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One guest's segment on the wire. */
@RestController
@RequiredArgsConstructor
class CustomerSegmentApi {

    private final CustomerSegments segments;
    private final Customers customers;

    record SegmentAnswer(
            @Nullable String quadrant,
            String status,
            long visits,
            long averageSpendMinor,
            long lifetimeVisits,
            long lifetimeSpendMinor,
            @Nullable LocalDate lastVisitOn,
            ValueClass valueClass,
            String stage,
            LocalDate asOf) {

        static SegmentAnswer of(CustomerSegment segment, CustomerSummary customer) {
            return new SegmentAnswer(
                    segment.state().letter(),
                    segment.state().status(),
                    segment.visits(),
                    segment.averageSpendMinor(),
                    segment.lifetimeVisits(),
                    segment.lifetimeSpendMinor(),
                    segment.lastVisitOn(),
                    segment.valueClass(),
                    customer.stage().name(),
                    segment.run().businessDate());
        }
    }

    @GetMapping("/api/v1/customers/{id}/segment")
    @Requires(Permission.CUSTOMER_READ)
    SegmentAnswer show(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf) {
        var customer = customers.get(number(id));
        return SegmentAnswer.of(segments.get(customer.id(), asOf), customer);
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException noNumber) {
            throw new NotFoundException("customer", id);
        }
    }
}
