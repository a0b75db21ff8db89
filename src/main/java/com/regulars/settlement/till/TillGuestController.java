package com.regulars.settlement.till;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.card.CardSummary;
import com.regulars.settlement.till.TillView.GuestHit;
import com.regulars.venue.CurrentVenue;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whose bill it is. */
@Controller
@RequestMapping("/till/guest")
@Requires(Permission.BILL_SETTLE)
@RequiredArgsConstructor
class TillGuestController {

    private static final String DISH = "till-dish";
    private static final String SEARCH = "till-search";

    private final Till till;
    private final GuestSearch guests;
    private final BillDrafts drafts;
    private final CurrentVenue currentVenue;

    /** A scanned card or the only guest that fits is taken at once; several are offered. */
    @PostMapping
    String guest(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long customerId,
            @RequestParam(required = false) @Nullable String cardNumber,
            @RequestParam(required = false) @Nullable String seen,
            RedirectAttributes redirect) {
        var answer = new TillAnswer(redirect).focus(DISH);
        return answer.orProblem(
                () -> {
                    if (customerId != null || cardNumber != null) {
                        say(answer, till.chooseGuest(currentVenue.get(), seen, customerId, cardNumber));
                    } else if (!q.isBlank()) {
                        search(q.strip(), seen, answer);
                    }
                },
                "q",
                q);
    }

    private void search(String query, @Nullable String seen, TillAnswer answer) {
        List<GuestHit> hits = guests.find(query);
        if (hits.size() == 1) {
            say(answer, till.choose(currentVenue.get(), seen, hits.getFirst()));
        } else {
            answer.give("q", query).focus(SEARCH);
        }
    }

    private static void say(TillAnswer answer, Optional<CardSummary> unusable) {
        unusable.ifPresent(card -> answer.notice("till.card." + card.status(), card.maskedNumber()));
    }

    /** The bill is for nobody in particular any more. */
    @PostMapping("/drops")
    String drop(@RequestParam(required = false) @Nullable String seen, RedirectAttributes redirect) {
        return new TillAnswer(redirect)
                .focus(SEARCH)
                .orProblem(() -> drafts.change(currentVenue.get(), seen, BillDraft::withoutGuest));
    }

    /** Brings back the guest who was dropped last, with the way he was going to pay. */
    @PostMapping("/returns")
    String bringBack(@RequestParam(required = false) @Nullable String seen, RedirectAttributes redirect) {
        return new TillAnswer(redirect)
                .focus(DISH)
                .orProblem(() -> drafts.change(currentVenue.get(), seen, BillDraft::withDroppedGuest));
    }
}
