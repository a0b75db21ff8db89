package com.regulars.card.web;

import static com.regulars.access.Permission.CARD_READ;

import com.regulars.access.Requires;
import com.regulars.card.FeeSlip;
import com.regulars.card.FeeSlips;
import com.regulars.card.topup.ChineseAmount;
import com.regulars.customer.Customers;
import com.regulars.venue.Venues;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The paper a guest gets for what the card cost. */
@Controller
@RequiredArgsConstructor
class FeeSlipController {

    private final FeeSlips slips;
    private final Customers customers;
    private final Venues venues;

    @GetMapping("/cards/{number}/fee-slip")
    @Requires(CARD_READ)
    String slip(@PathVariable String number, Model model) {
        FeeSlip slip = slips.get(number);
        model.addAttribute("slip", slip);
        model.addAttribute("card", slip.card());
        model.addAttribute("venue", venues.get(slip.venueId()));
        model.addAttribute("holder", customers.get(slip.card().customerId()));
        model.addAttribute("inWords", ChineseAmount.inWords(slip.feeMinor()));
        return "card/fee-slip";
    }
}
