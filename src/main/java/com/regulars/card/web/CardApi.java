package com.regulars.card.web;

import static com.regulars.access.Permission.CARD_FREEZE;
import static com.regulars.access.Permission.CARD_PIN_RESET;
import static com.regulars.access.Permission.CARD_READ;
import static com.regulars.access.Permission.CARD_REPORT_LOST;

import com.regulars.access.Requires;
import com.regulars.card.CardFreezing;
import com.regulars.card.CardPins;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.card.Replacements;
import com.regulars.card.statement.CardStatements;
import com.regulars.card.statement.StatementLine;
import com.regulars.card.web.CardRequests.NothingJson;
import com.regulars.card.web.CardRequests.PinJson;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cards for tills and other systems. */
@RestController
@RequestMapping("/api/v1/cards/{number}")
@RequiredArgsConstructor
class CardApi {

    private final Cards cards;
    private final CardFreezing freezing;
    private final Replacements replacements;
    private final CardPins pins;
    private final CardStatements statements;

    /** A statement on the wire. */
    record StatementAnswer(List<LineAnswer> items) {}

    record LineAnswer(
            Instant at,
            String kind,
            String account,
            long amount,
            long balanceAfter,
            String reference,
            String explanation) {

        static LineAnswer of(StatementLine line) {
            return new LineAnswer(
                    line.at(),
                    line.kind(),
                    line.account(),
                    line.amount(),
                    line.balanceAfter(),
                    line.reference(),
                    line.explanation());
        }
    }

    @GetMapping
    @Requires(CARD_READ)
    CardAnswer show(@PathVariable String number) {
        return answer(cards.get(number));
    }

    /** A card that was replaced says where everything on it went. */
    private CardAnswer answer(CardSummary card) {
        return CardAnswer.of(
                card, replacements.findSuccessor(card).map(CardSummary::number).orElse(null));
    }

    @PostMapping("/freezes")
    @Requires(CARD_FREEZE)
    CardAnswer freeze(@PathVariable String number, @RequestBody(required = false) @Nullable NothingJson nothing) {
        return CardAnswer.of(freezing.freeze(number));
    }

    @PostMapping("/unfreezes")
    @Requires(CARD_FREEZE)
    CardAnswer unfreeze(@PathVariable String number, @RequestBody(required = false) @Nullable NothingJson nothing) {
        return CardAnswer.of(freezing.unfreeze(number));
    }

    @PostMapping("/loss-reports")
    @Requires(CARD_REPORT_LOST)
    CardAnswer reportLost(@PathVariable String number, @RequestBody(required = false) @Nullable NothingJson nothing) {
        return CardAnswer.of(freezing.reportLost(number));
    }

    @PutMapping("/pin")
    @Requires(CARD_PIN_RESET)
    CardAnswer setPin(@PathVariable String number, @Valid @RequestBody PinJson request) {
        pins.change(cards.get(number).id(), request.pin());
        return CardAnswer.of(cards.get(number));
    }

    /** What moved on the accounts of the card; its fee is no value on it and stands on the page only. */
    @GetMapping("/statement")
    @Requires(CARD_READ)
    StatementAnswer statement(
            @PathVariable String number,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            Locale language) {
        var lines = statements.of(cards.get(number).id(), from, to, language);
        return new StatementAnswer(
                lines.stream().filter(line -> !line.isFee()).map(LineAnswer::of).toList());
    }
}
