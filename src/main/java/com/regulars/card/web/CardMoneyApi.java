package com.regulars.card.web;

import static com.regulars.access.Permission.CARD_ISSUE;
import static com.regulars.access.Permission.CARD_TOP_UP;

import com.regulars.access.Requires;
import com.regulars.card.CardIssuing;
import com.regulars.card.CardTurns;
import com.regulars.card.IssueCard;
import com.regulars.card.topup.TopUpCard;
import com.regulars.card.topup.ToppedUpCard;
import com.regulars.card.topup.ToppingUp;
import com.regulars.card.web.CardRequests.IssueJson;
import com.regulars.card.web.CardRequests.TopUpJson;
import com.regulars.request.Done;
import com.regulars.request.IdempotencyKey;
import com.regulars.request.IdempotentAnswers;
import com.regulars.request.IdempotentRequests;
import com.regulars.shared.NotFoundException;
import com.regulars.venue.OpenVenues;
import com.regulars.venue.Venue;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Card requests that move money, each with an idempotency key. */
@RestController
@RequestMapping("/api/v1/cards")
@RequiredArgsConstructor
class CardMoneyApi {

    private final CardIssuing issuing;
    private final ToppingUp toppingUp;
    private final CardTurns turns;
    private final IdempotentRequests requests;
    private final OpenVenues openVenues;

    private record TopUpOfCard(String number, TopUpJson topUp) {}

    @PostMapping
    @Requires(CARD_ISSUE)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CardAnswer.class)))
    ResponseEntity<byte[]> issue(
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody IssueJson request) {
        IdempotencyKey requestKey = IdempotencyKey.of(key);
        Venue venue = openVenues.require(request.venueCode());
        var command = new IssueCard(
                customerId(request.customerId()),
                request.programmeCode(),
                venue.id(),
                request.shiftId(),
                request.pin(),
                request.feeTender() == null ? null : request.feeTender().type());
        return IdempotentAnswers.of(requests.once("card.issue", requestKey, request, claim -> {
            CardAnswer card = CardAnswer.of(issuing.issue(command));
            return Done.created(card, card.number());
        }));
    }

    @PostMapping("/{number}/top-ups")
    @Requires(CARD_TOP_UP)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ToppedUpCard.class)))
    ResponseEntity<byte[]> topUp(
            @PathVariable String number,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody TopUpJson request) {
        IdempotencyKey requestKey = IdempotencyKey.of(key);
        Venue venue = openVenues.require(request.venueCode());
        var command = new TopUpCard(
                number,
                venue.id(),
                request.shiftId(),
                request.amountMinor(),
                request.tender().type());
        return IdempotentAnswers.of(turns.inTurn(
                List.of(number),
                () -> requests.once("card.top-up", requestKey, new TopUpOfCard(number, request), claim -> {
                    ToppedUpCard done = toppingUp.topUp(command);
                    return Done.created(done, done.id());
                })));
    }

    private static long customerId(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw new NotFoundException("customer", id);
        }
        return Long.parseLong(id);
    }
}
