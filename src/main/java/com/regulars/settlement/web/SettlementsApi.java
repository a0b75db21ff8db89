package com.regulars.settlement.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.request.IdempotencyKey;
import com.regulars.request.IdempotentAnswers;
import com.regulars.settlement.SettlementTexts;
import com.regulars.settlement.Settlements;
import com.regulars.settlement.quote.Quoting;
import com.regulars.settlement.refund.BillRefunds;
import com.regulars.settlement.settle.BillSettlement;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bills for tills and other systems: quote, settle, look up, refund. */
@RestController
@RequestMapping("/api/v1")
@RequiredArgsConstructor
class SettlementsApi {

    private final Quoting quoting;
    private final BillSettlement settlement;
    private final BillRefunds refunds;
    private final Settlements settlements;
    private final SettlementTexts texts;

    @PostMapping("/quotes")
    @Requires(Permission.BILL_SETTLE)
    QuoteAnswer quote(@Valid @RequestBody QuoteRequest request, Locale language) {
        return QuoteAnswer.of(quoting.quote(request.toCommand()), texts, language);
    }

    @PostMapping("/settlements")
    @Requires(Permission.BILL_SETTLE)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SettlementAnswer.class)))
    ResponseEntity<byte[]> settle(
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody SettleRequest request,
            Locale language) {
        return IdempotentAnswers.of(settlement.settle(
                request.toCommand(), IdempotencyKey.of(key), bill -> SettlementAnswer.of(bill, texts, language)));
    }

    @GetMapping("/settlements/{id}")
    @Requires(Permission.BILL_READ)
    SettlementAnswer show(@PathVariable String id, Locale language) {
        return SettlementAnswer.of(settlements.get(Ids.parse("settlement", id)).bill(), texts, language);
    }

    @PostMapping("/settlements/{id}/refunds")
    @Requires(Permission.BILL_REFUND)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RefundAnswer.class)))
    ResponseEntity<byte[]> refund(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody RefundRequest request) {
        var command = request.toCommand(Ids.parse("settlement", id));
        return IdempotentAnswers.of(refunds.refund(command, IdempotencyKey.of(key), RefundAnswer::of));
    }
}
