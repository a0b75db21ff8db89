package com.regulars.visit.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.Customers;
import com.regulars.venue.OpenVenues;
import com.regulars.venue.Venue;
import com.regulars.visit.RecordVisit;
import com.regulars.visit.VisitBook;
import com.regulars.visit.VisitImports;
import com.regulars.visit.VisitSource;
import com.regulars.visit.VisitSummary;
import com.regulars.visit.Visits;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Visits paid elsewhere, one by one and as files. */
@RestController
@RequestMapping("/api/v1")
@RequiredArgsConstructor
class VisitApi {

    private final VisitBook book;
    private final Visits visits;
    private final Customers customers;
    private final VisitImports imports;
    private final OpenVenues openVenues;

    @PostMapping("/customers/{id}/visits")
    @ApiResponse(responseCode = "201", description = "Created")
    @ApiResponse(responseCode = "200", description = "Known by its externalRef; nothing was added")
    @Requires(Permission.VISIT_RECORD)
    ResponseEntity<VisitAnswer> record(@PathVariable long id, @Valid @RequestBody VisitRequest request) {
        Venue venue = openVenues.require(request.venueCode());
        var recorded = book.record(request.command(customers.get(id).id(), venue.id()));
        var answer = VisitAnswer.of(visits.get(recorded.visitId()), venue);
        return ResponseEntity.status(recorded.added() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(answer);
    }

    @PostMapping("/imports/visits")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.CUSTOMER_IMPORT)
    StartedImport importVisits(@RequestParam MultipartFile file) throws IOException {
        try (var content = file.getInputStream()) {
            long id = imports.start(content, String.valueOf(file.getOriginalFilename()));
            return new StartedImport(String.valueOf(id));
        }
    }

    record VisitRequest(
            @NotBlank @Size(max = 40) String venueCode,
            @NotNull OffsetDateTime visitedAt,
            @NotNull @Min(0) @Max(1_000_000_000_000L) Long spendMinor,
            @Nullable @Size(max = 200) String externalRef,
            @Nullable @Min(1) @Max(10_000) Integer partySize) {

        RecordVisit command(long customerId, long venueId) {
            String ref = externalRef == null || externalRef.isBlank() ? null : externalRef.strip();
            return new RecordVisit(
                    customerId, venueId, visitedAt.toInstant(), spendMinor, partySize, ref, VisitSource.API);
        }
    }

    record VisitAnswer(
            String id,
            String customerId,
            String venueCode,
            Instant visitedAt,
            LocalDate businessDate,
            long spendMinor,
            @Nullable String externalRef,
            @Nullable Integer partySize) {

        static VisitAnswer of(VisitSummary visit, Venue venue) {
            return new VisitAnswer(
                    String.valueOf(visit.id()),
                    String.valueOf(visit.customerId()),
                    venue.code(),
                    visit.visitedAt(),
                    visit.businessDate(),
                    visit.spendMinor(),
                    visit.externalRef(),
                    visit.partySize());
        }
    }

    record StartedImport(String id) {}
}
