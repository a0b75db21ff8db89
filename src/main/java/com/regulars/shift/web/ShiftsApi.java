package com.regulars.shift.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.request.Done;
import com.regulars.request.IdempotencyKey;
import com.regulars.request.IdempotentAnswers;
import com.regulars.request.IdempotentRequests;
import com.regulars.shift.CashDrawer;
import com.regulars.shift.MoveCash;
import com.regulars.shift.OpenShift;
import com.regulars.shift.Shift;
import com.regulars.shift.ShiftClosing;
import com.regulars.shift.ShiftDetails;
import com.regulars.shift.ShiftOpening;
import com.regulars.shift.ShiftReader;
import com.regulars.shift.Shifts;
import com.regulars.shift.web.ShiftRequests.CloseJson;
import com.regulars.shift.web.ShiftRequests.MovementJson;
import com.regulars.shift.web.ShiftRequests.OpenJson;
import com.regulars.venue.OpenVenues;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shifts for tills and other systems. Opening and closing need no key: a till has one open shift and a shift one end, so
 * that a request that is sent twice is told what is there already.
 */
@RestController
@RequestMapping("/api/v1/shifts")
@RequiredArgsConstructor
class ShiftsApi {

    private final ShiftOpening opening;
    private final ShiftClosing closing;
    private final ShiftReader reader;
    private final CashDrawer drawer;
    private final IdempotentRequests requests;
    private final OpenVenues openVenues;
    private final Venues venues;

    private record MovementOf(long shiftId, MovementJson movement) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.BILL_SETTLE)
    ShiftAnswer open(@Valid @RequestBody OpenJson request) {
        Venue venue = openVenues.require(request.venueCode());
        Shift shift = opening.open(new OpenShift(venue.id(), request.till().strip(), request.floatMinor()));
        return answer(reader.get(shift.id()));
    }

    @GetMapping("/{id}")
    @Requires(Permission.BILL_READ)
    ShiftAnswer read(@PathVariable String id) {
        return answer(reader.get(Shifts.parse(id)));
    }

    @PostMapping("/{id}/cash-movements")
    @Requires(Permission.BILL_SETTLE)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MovementAnswer.class)))
    ResponseEntity<byte[]> moveCash(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody MovementJson request) {
        IdempotencyKey requestKey = IdempotencyKey.of(key);
        var command = new MoveCash(
                Shifts.parse(id),
                request.direction(),
                request.amountMinor(),
                request.reason().strip());
        return IdempotentAnswers.of(
                requests.once("shift.cash", requestKey, new MovementOf(command.shiftId(), request), claim -> {
                    var movement = drawer.move(command);
                    return Done.created(MovementAnswer.of(movement), movement.id());
                }));
    }

    @PostMapping("/{id}/close")
    @Requires(Permission.BILL_SETTLE)
    ShiftAnswer close(@PathVariable String id, @Valid @RequestBody CloseJson request) {
        return answer(closing.close(request.toCommand(Shifts.parse(id))));
    }

    private ShiftAnswer answer(ShiftDetails details) {
        return ShiftAnswer.of(details, venues.get(details.shift().venueId()).code());
    }
}
