package com.regulars.card.web;

import static com.regulars.access.Permission.CARD_READ;
import static com.regulars.access.Permission.CARD_TOP_UP;

import com.regulars.access.Requires;
import com.regulars.card.CardSummary;
import com.regulars.card.CardTurns;
import com.regulars.card.Cards;
import com.regulars.card.programme.ProgrammeTerms.Tier;
import com.regulars.card.programme.Programmes;
import com.regulars.card.topup.ChineseAmount;
import com.regulars.card.topup.TopUpCard;
import com.regulars.card.topup.TopUpQueries;
import com.regulars.card.topup.TopUpReversals;
import com.regulars.card.topup.ToppingUp;
import com.regulars.customer.Customers;
import com.regulars.ledger.TenderType;
import com.regulars.request.Done;
import com.regulars.request.IdempotencyKey;
import com.regulars.request.IdempotentRequests;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.shared.web.FormFailures;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.MoneyFormat;
import com.regulars.venue.Venues;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Topping up a card: tiers, a second look at large sums, the slip (R4.1, R4.10). */
@Controller
@RequestMapping("/cards")
@RequiredArgsConstructor
class TopUpController {

    /** From 1,000.00 the amount is shown in words and asked for once more, so that 10,000 is not booked as 1,000. */
    private static final long SECOND_LOOK_MINOR = 100_000;

    /** More than this many times the largest tier is most likely a nought too many. */
    private static final long FAR_ABOVE = 2;

    private final Cards cards;
    private final Programmes programmes;
    private final ToppingUp toppingUp;
    private final TopUpQueries topUps;
    private final TopUpReversals reversals;
    private final Customers customers;
    private final CardTurns turns;
    private final IdempotentRequests requests;
    private final CurrentVenue currentVenue;
    private final Venues venues;
    private final MoneyFormat money;

    /** What a guest gets for an amount, as the pages show it. */
    record Offer(long amountMinor, long bonusMinor, long balanceBeforeMinor, String inWords) {

        static Offer of(CardSummary card, long amountMinor, Optional<Tier> tier) {
            return new Offer(
                    amountMinor,
                    tier.map(Tier::bonusMinor).orElse(0L),
                    card.balanceMinor(),
                    ChineseAmount.inWords(amountMinor));
        }

        public long creditedMinor() {
            return amountMinor + bonusMinor;
        }

        public long balanceAfterMinor() {
            return balanceBeforeMinor + creditedMinor();
        }
    }

    @GetMapping("/{number}/top-up")
    @Requires(CARD_TOP_UP)
    String newForm(@PathVariable String number, Model model) {
        return form(
                new TopUpForm("", "", TenderType.CASH, UUID.randomUUID().toString(), false), cards.get(number), model);
    }

    @PostMapping("/{number}/top-ups")
    @Requires(CARD_TOP_UP)
    String topUp(
            @PathVariable String number,
            @Valid @ModelAttribute("form") TopUpForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        CardSummary card = cards.get(number);
        if (!errors.hasErrors()) {
            try {
                long amount = amount(form);
                return !form.isConfirmed() && (amount >= SECOND_LOOK_MINOR || isFarAbove(largestTier(card), amount))
                        ? confirm(form, card, amount, model)
                        : "redirect:/cards/top-ups/" + topUp(card, form, amount);
            } catch (InvalidFieldException invalid) {
                FormFailures.addTo(errors, new InvalidFieldException("amount", invalid.getCode(), invalid.getArgs()));
            } catch (RefusedException refused) {
                FormFailures.addTo(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(form, card, model);
    }

    private long amount(TopUpForm form) {
        long amount = money.parse("amount", form.chosenAmount());
        if (form.hasAmount() && form.hasTier() && money.parse("amount", form.typedAmount()) != amount) {
            throw new InvalidFieldException("amount", "amountBesideTier", money.full(amount));
        }
        if (amount == 0) {
            throw new InvalidFieldException("amount", "amount");
        }
        return amount;
    }

    /** @return the id of the top-up */
    private String topUp(CardSummary card, TopUpForm form, long amount) {
        var command = new TopUpCard(card.number(), currentVenue.get().id(), null, amount, form.tender());
        var key = new IdempotencyKey(form.requestId());
        return turns.inTurn(
                        List.of(card.number()),
                        () -> requests.once(
                                "card.top-up",
                                key,
                                command,
                                claim -> Done.of(toppingUp.topUp(command).id())))
                .reference();
    }

    private String confirm(TopUpForm form, CardSummary card, long amount, Model model) {
        show(form, card, model);
        model.addAttribute("offer", offer(card, amount));
        model.addAttribute("amount", money.input(amount));
        long largest = largestTier(card);
        model.addAttribute("farAbove", isFarAbove(largest, amount) ? (Long) largest : null);
        return "card/top-up-confirm";
    }

    /** 0 where the programme has no tiers. */
    private long largestTier(CardSummary card) {
        var stored = programmes.get(card.programmeCode()).terms().storedValue();
        return stored == null
                ? 0
                : stored.tiers().stream().mapToLong(Tier::atLeastMinor).max().orElse(0);
    }

    private static boolean isFarAbove(long largestTier, long amount) {
        return largestTier > 0 && amount / FAR_ABOVE > largestTier;
    }

    private String form(TopUpForm form, CardSummary card, Model model) {
        show(form, card, model);
        var stored = programmes.get(card.programmeCode()).terms().storedValue();
        List<Offer> offers = stored == null
                ? List.of()
                : stored.tiers().stream()
                        .map(tier -> Offer.of(card, tier.atLeastMinor(), Optional.of(tier)))
                        .toList();
        model.addAttribute("offers", offers);
        model.addAttribute("requestId", UUID.randomUUID().toString());
        model.addAttribute("tenders", IssueController.TENDERS);
        return "card/top-up";
    }

    private void show(TopUpForm form, CardSummary card, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("card", card);
        model.addAttribute("holder", customers.get(card.customerId()));
    }

    private Offer offer(CardSummary card, long amount) {
        var stored = programmes.get(card.programmeCode()).terms().storedValue();
        return Offer.of(card, amount, stored == null ? Optional.empty() : stored.tierFor(amount));
    }

    @GetMapping("/top-ups/{id}")
    @Requires(CARD_READ)
    String slip(@PathVariable long id, Model model) {
        var slip = topUps.get(id);
        model.addAttribute("slip", slip);
        model.addAttribute("card", cards.get(slip.cardNumber()));
        model.addAttribute("reversals", reversals.of(id));
        model.addAttribute("venue", venues.get(slip.venueId()));
        model.addAttribute("holder", customers.get(slip.customerId()));
        model.addAttribute("inWords", ChineseAmount.inWords(slip.principalMinor()));
        return "card/slip";
    }
}
