package com.regulars.ledger.web;

import static com.regulars.access.Permission.LEDGER_VERIFY;

import com.regulars.access.Requires;
import com.regulars.ledger.check.LedgerVerification;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page that shows whether the books add up. */
@Controller
@RequestMapping("/ledger")
@Requires(LEDGER_VERIFY)
@RequiredArgsConstructor
class LedgerController {

    private static final int SHOWN = 30;

    private final LedgerVerification verification;

    @GetMapping
    String show(Model model) {
        model.addAttribute("history", verification.history(SHOWN));
        model.addAttribute("parked", verification.parked());
        return "ledger/show";
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
