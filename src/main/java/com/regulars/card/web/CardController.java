package com.regulars.card.web;

import static com.regulars.access.Permission.CARD_FREEZE;
import static com.regulars.access.Permission.CARD_ISSUE;
import static com.regulars.access.Permission.CARD_PIN_RESET;
import static com.regulars.access.Permission.CARD_READ;
import static com.regulars.access.Permission.LEDGER_VERIFY;

import com.regulars.access.CurrentActor;
import com.regulars.access.Requires;
import com.regulars.card.CardFinder;
import com.regulars.card.CardFreezing;
import com.regulars.card.CardPins;
import com.regulars.card.CardReleasing;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.card.FeeSlips;
import com.regulars.card.Replacements;
import com.regulars.card.programme.Programmes;
import com.regulars.card.statement.CardStatements;
import com.regulars.card.topup.TopUpQueries;
import com.regulars.customer.Customers;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.shared.web.LocalPath;
import com.regulars.shared.web.SentBack;
import com.regulars.staff.signin.SecondPerson;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finding cards, and the page of one card with all that happened on it. */
@Controller
@RequestMapping("/cards")
@RequiredArgsConstructor
class CardController {

    private static final int LINES_SHOWN = 100;

    /** Refusals of a PIN that are not the second person's. */
    private static final Set<String> OF_THE_PIN = Set.of("refused.PIN_TOO_WEAK", "refused.CARD_BUSY");

    private final Cards cards;
    private final CardFinder finder;
    private final CardStatements statements;
    private final CardFreezing freezing;
    private final CardPins pins;
    private final CardReleasing releasing;
    private final Replacements replacements;
    private final FeeSlips feeSlips;
    private final TopUpQueries topUps;
    private final Programmes programmes;
    private final ProgrammeWords words;
    private final Customers customers;
    private final SecondPerson secondPerson;
    private final CurrentActor currentActor;

    @GetMapping
    @Requires(CARD_READ)
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Model model) {
        var found = finder.find(q, page);
        model.addAttribute("q", q.trim());
        model.addAttribute("page", found);
        model.addAttribute(
                "holders",
                customers.byIds(
                        found.rows().stream().map(CardSummary::customerId).toList()));
        return "card/list";
    }

    @GetMapping("/{number}")
    @Requires(CARD_READ)
    String show(@PathVariable String number, Locale language, Model model) {
        CardSummary card = cards.get(number);
        model.addAttribute("card", card);
        model.addAttribute("holder", customers.get(card.customerId()));
        model.addAttribute("terms", words.terms(programmes.get(card.programmeCode()), language));
        model.addAttribute("lines", statements.newest(card.id(), LINES_SHOWN, language));
        model.addAttribute("topUps", topUps.leftOn(card.id()));
        model.addAttribute("feeSlipIsOpen", feeSlips.isOpen(card));
        model.addAttribute("parked", cards.isParked(card.id()));
        model.addAttribute("successor", replacements.findSuccessor(card).orElse(null));
        model.addAttribute("predecessor", replacements.findPredecessor(card).orElse(null));
        model.addAttribute("requestId", UUID.randomUUID().toString());
        model.addAttribute(
                "storesValue", programmes.get(card.programmeCode()).terms().storedValue() != null);
        return "card/show";
    }

    @PostMapping("/{number}/freezes")
    @Requires(CARD_FREEZE)
    String freeze(@PathVariable String number, RedirectAttributes redirect) {
        return done(freezing.freeze(number), "card.froze", redirect);
    }

    @PostMapping("/{number}/unfreezes")
    @Requires(CARD_FREEZE)
    String unfreeze(@PathVariable String number, RedirectAttributes redirect) {
        return done(freezing.unfreeze(number), "card.unfroze", redirect);
    }

    @PostMapping("/{number}/releases")
    @Requires(LEDGER_VERIFY)
    String release(
            @PathVariable String number, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        try {
            return done(releasing.release(number, reason), "card.released", redirect);
        } catch (InvalidFieldException noReason) {
            redirect.addFlashAttribute("flashError", "card.release.reason.missing");
        } catch (RefusedException refused) {
            redirect.addFlashAttribute("flashError", "refused." + refused.getCode());
        }
        return "redirect:/cards/" + number;
    }

    /**
     * Another PIN: at once by who may, by everybody else who serves guests with a second person's sign-in.
     *
     * @param to where this was asked for, such as the till with its open bill; null for the card
     */
    @PostMapping("/{number}/pin")
    @Requires(CARD_ISSUE)
    String setPin(
            @PathVariable String number,
            @RequestParam String pin,
            @RequestParam String again,
            @RequestParam(defaultValue = "") String approver,
            @RequestParam(defaultValue = "") String approverPassword,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        CardSummary card = cards.get(number);
        redirect.addFlashAttribute("pinTo", to);
        Runnable change = () -> {
            if (!pin.equals(again)) {
                throw new InvalidFieldException("again", "pinDiffers");
            }
            if (currentActor.get().may(CARD_PIN_RESET)) {
                pins.change(card.id(), pin);
            } else {
                pins.changeApproved(
                        card.id(),
                        pin,
                        secondPerson.allowing(CARD_PIN_RESET, approver, approverPassword, request.getRemoteAddr()));
            }
        };
        if (!SentBack.done(redirect, change, "approver", approver)) {
            if (!redirect.getFlashAttributes().containsKey("wrongField")) {
                redirect.addFlashAttribute(
                        "wrongField", fieldOf(redirect.getFlashAttributes().get("flashError")));
            }
            return "redirect:/cards/" + number;
        }
        String back = done(card, "card.pin.done", redirect);
        return LocalPath.of(to).map("redirect:"::concat).orElse(back);
    }

    private static String fieldOf(@Nullable Object refusal) {
        return OF_THE_PIN.contains(String.valueOf(refusal)) ? "pin" : SecondPerson.NAME;
    }

    private static String done(CardSummary card, String message, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", message);
        redirect.addFlashAttribute("flashArgs", new Object[] {card.maskedNumber()});
        return "redirect:/cards/" + card.number();
    }
}
