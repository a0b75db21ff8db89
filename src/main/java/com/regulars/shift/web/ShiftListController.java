package com.regulars.shift.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.shift.Shift;
import com.regulars.shift.ShiftList;
import com.regulars.shift.ShiftOpening;
import com.regulars.shift.Shifts;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.MoneyFormat;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The own shift, opened when there is none, and all shifts for whoever reviews them. */
@Controller
@RequestMapping("/shifts")
@RequiredArgsConstructor
class ShiftListController {

    private final ShiftList list;
    private final Shifts shifts;
    private final ShiftOpening opening;
    private final CurrentVenue currentVenue;
    private final Venues venues;
    private final MoneyFormat money;

    @GetMapping
    @Requires(Permission.SHIFT_REVIEW)
    String list(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String cashier,
            @RequestParam(defaultValue = "ALL") ShiftList.Only only,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("listed", list.find(new ShiftList.Filter(from, to, cashier, only), page));
        model.addAttribute("cashiers", list.cashiers());
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("cashier", cashier);
        model.addAttribute("only", only);
        model.addAttribute("onlies", ShiftList.Only.values());
        model.addAttribute("venues", venues.all().stream().collect(Collectors.toMap(Venue::id, Function.identity())));
        return "shift/list";
    }

    @GetMapping("/mine")
    @Requires(Permission.BILL_SETTLE)
    String mine(Model model) {
        Venue venue = currentVenue.get();
        return shifts.findOpenOfActor(venue.id())
                .map(shift -> "redirect:/shifts/" + shift.id())
                .orElseGet(() -> openForm(venue, new OpenForm(shifts.ownTill(), ""), model));
    }

    @PostMapping
    @Requires(Permission.BILL_SETTLE)
    String open(@ModelAttribute OpenForm form, Model model, HttpServletResponse response) {
        Venue venue = currentVenue.get();
        try {
            Shift opened = opening.open(form.toCommand(venue.id(), money));
            return "redirect:/shifts/" + opened.id();
        } catch (InvalidFieldException invalid) {
            model.addAttribute("problem", "invalid." + invalid.getCode());
            model.addAttribute("problemArgs", invalid.getArgs());
            model.addAttribute("problemField", invalid.getField());
        } catch (RefusedException refused) {
            model.addAttribute("problem", "refused." + refused.getCode());
            model.addAttribute("problemArgs", refused.getArgs().toArray());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return openForm(venue, form, model);
    }

    private static String openForm(Venue venue, OpenForm form, Model model) {
        model.addAttribute("venue", venue);
        model.addAttribute("openForm", form);
        return "shift/open";
    }
}
