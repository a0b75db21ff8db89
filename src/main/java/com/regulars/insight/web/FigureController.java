package com.regulars.insight.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.insight.FigureLists;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists behind the amounts of the overview. */
@Controller
@RequiredArgsConstructor
@Requires(Permission.INSIGHT_READ)
class FigureController {

    private final FigureLists lists;
    private final Venues venues;

    @GetMapping("/insight/takings")
    String takings(
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam(required = false) @Nullable String tender,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return money("takings", from, to, lists.takings(from, to, tender, page), model);
    }

    @GetMapping("/insight/top-ups")
    String topUps(
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return money("topUps", from, to, lists.topUps(from, to, page), model);
    }

    @GetMapping("/insight/cards")
    String cards(
            @RequestParam FigureLists.Cards which,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("which", which);
        model.addAttribute("all", List.of(FigureLists.Cards.values()));
        model.addAttribute("day", day);
        model.addAttribute("listed", lists.cards(which, day, page));
        return "insight/cards";
    }

    private String money(
            String what, LocalDate from, LocalDate to, FigureLists.Listed<FigureLists.Money> listed, Model model) {
        model.addAttribute("what", what);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("listed", listed);
        model.addAttribute("venues", venues.all().stream().collect(Collectors.toMap(Venue::id, Function.identity())));
        return "insight/money";
    }
}
