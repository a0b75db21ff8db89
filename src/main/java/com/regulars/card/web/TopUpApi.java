package com.regulars.card.web;

import static com.regulars.access.Permission.TOP_UP_REFUND;

import com.regulars.access.Requires;
import com.regulars.card.CardTurns;
import com.regulars.card.topup.RefundTopUp;
import com.regulars.card.topup.ReversedTopUp;
import com.regulars.card.topup.TopUpQueries;
import com.regulars.card.topup.TopUpReversing;
import com.regulars.card.web.CardRequests.NothingJson;
import com.regulars.card.web.CardRequests.TopUpRefundJson;
import com.regulars.request.Done;
import com.regulars.request.IdempotencyKey;
import com.regulars.request.IdempotentAnswers;
import com.regulars.request.IdempotentRequests;
import com.regulars.shared.NotFoundException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Top-ups that go back, for other systems. */
@RestController
@RequestMapping("/api/v1/top-ups/{id}")
@RequiredArgsConstructor
class TopUpApi {

    private final TopUpReversing reversing;
    private final TopUpQueries topUps;
    private final CardTurns turns;
    private final IdempotentRequests requests;

    private record RefundOfTopUp(long id, TopUpRefundJson refund) {}

    /** Empties the lot and pays out what the cause's rule says of it. */
    @PostMapping("/refunds")
    @Requires(TOP_UP_REFUND)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ReversedTopUp.class)))
    ResponseEntity<byte[]> refund(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody TopUpRefundJson request) {
        IdempotencyKey requestKey = IdempotencyKey.of(key);
        long topUp = number(id);
        var command = new RefundTopUp(topUp, request.cause(), request.tender().type(), request.shiftId());
        return once(
                "top-up.refund", requestKey, topUp, new RefundOfTopUp(topUp, request), () -> reversing.refund(command));
    }

    /** Takes back a top-up of which nothing was used, within its shift. */
    @PostMapping("/voids")
    @Requires(TOP_UP_REFUND)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ReversedTopUp.class)))
    ResponseEntity<byte[]> takeBack(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable NothingJson nothing) {
        IdempotencyKey requestKey = IdempotencyKey.of(key);
        long topUp = number(id);
        return once("top-up.void", requestKey, topUp, topUp, () -> reversing.takeBack(topUp));
    }

    private ResponseEntity<byte[]> once(
            String operation, IdempotencyKey key, long topUp, Object payload, Supplier<ReversedTopUp> work) {
        String card = topUps.get(topUp).cardNumber();
        return IdempotentAnswers.of(turns.inTurn(
                List.of(card),
                () -> requests.once(operation, key, payload, claim -> {
                    ReversedTopUp done = work.get();
                    return Done.created(done, done.id());
                })));
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw new NotFoundException("topUp", id);
        }
        return Long.parseLong(id);
    }
}
