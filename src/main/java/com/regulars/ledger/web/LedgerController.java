package com.regulars.ledger.web;

import static com.regulars.access.Permission.LEDGER_VERIFY;

import com.regulars.access.Requires;
import com.regulars.ledger.check.LedgerVerification;
import com.regulars.ledger.check.Seals;
import java.util.List;
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

/** The page that shows whether the books add up. */
@Controller
@RequestMapping("/ledger")
@Requires(LEDGER_VERIFY)
@RequiredArgsConstructor
class LedgerController {

    private static final int SHOWN = 30;

    private final LedgerVerification verification;
    private final Seals seals;

    /** @param head a head somebody printed once, to be looked for in the chain */
    @GetMapping
    String show(@RequestParam(required = false) @Nullable String head, Model model) {
        var history = verification.history(SHOWN);
        var parked = verification.parked();
        model.addAttribute("history", history);
        model.addAttribute("findings", history.isEmpty() ? List.of() : verification.findings(history.getFirst()));
        model.addAttribute("parked", parked);
        model.addAttribute("holders", verification.holders(parked));
        model.addAttribute("seal", seals.newest().orElse(null));
        model.addAttribute("head", head);
        model.addAttribute("witness", head == null || head.isBlank() ? null : seals.ask(head));
        return "ledger/show";
    }

    @GetMapping("/seals/{number}")
    String seal(@PathVariable long number, Model model) {
        model.addAttribute("seal", seals.get(number));
        return "ledger/seal";
    }

    @PostMapping("/verifications")
    String verify(RedirectAttributes redirect) {
        var past = verification.verifyAndPark();
        if (past.result().ok()) {
            redirect.addFlashAttribute("flash", "ledger.verified");
        } else {
            redirect.addFlashAttribute("flashError", "ledger.mismatch");
        }
        return "redirect:/ledger";
    }
}
