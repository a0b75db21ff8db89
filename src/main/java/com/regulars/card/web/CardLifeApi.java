package com.regulars.card.web;

import static com.regulars.access.Permission.CARD_REPLACE;

import com.regulars.access.Requires;
import com.regulars.card.CardReplacing;
import com.regulars.card.CardSummary;
import com.regulars.card.CardTurns;
import com.regulars.card.web.CardRequests.ReplacementJson;
import com.regulars.request.Done;
import com.regulars.request.IdempotencyKey;
import com.regulars.request.IdempotentAnswers;
import com.regulars.request.IdempotentRequests;
import com.regulars.venue.OpenVenues;
import com.regulars.venue.Venue;
import io.swagger.v3.oas.annotations.Parameter;
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

/**
 * What ends a card, for other systems. A card ends once whatever is sent, so an idempotency key is not needed; with one,
 * a repeated request gets the first answer.
 */
@RestController
@RequestMapping("/api/v1/cards/{number}")
@RequiredArgsConstructor
class CardLifeApi {

    private static final String KEY =
            "Not needed, for a card is replaced only once; with it the same request gets the first answer";

    private final CardReplacing replacing;
    private final CardTurns turns;
    private final IdempotentRequests requests;
    private final OpenVenues openVenues;

    private record ReplacementOfCard(String number, ReplacementJson replacement) {}

    /** Answers the new card with everything that was on the old one. */
    @PostMapping("/replacements")
    @Requires(CARD_REPLACE)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CardAnswer.class)))
    ResponseEntity<byte[]> replace(
            @PathVariable String number,
            @Parameter(description = KEY) @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable
                    String key,
            @Valid @RequestBody ReplacementJson request) {
        IdempotencyKey requestKey = keyOrNew(key);
        Venue venue = openVenues.require(request.venueCode());
        return IdempotentAnswers.of(turns.inTurn(
                List.of(number),
                () -> requests.once("card.replace", requestKey, new ReplacementOfCard(number, request), claim -> {
                    CardSummary successor = replacing.replace(number, venue.id());
                    return Done.created(CardAnswer.of(successor), successor.number());
                })));
    }

    private static IdempotencyKey keyOrNew(@Nullable String key) {
        return key == null ? IdempotencyKey.fresh() : IdempotencyKey.of(key);
    }
}
