package com.regulars.customer.web;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.CustomerKind;
import com.regulars.customer.LifecycleStage;
import com.regulars.customer.list.CustomerFilter;
import com.regulars.customer.list.CustomerListQueries;
import com.regulars.customer.tag.TagList;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of customers; its whole state is in the URL. */
@Controller
@RequiredArgsConstructor
@Requires(Permission.CUSTOMER_READ)
class CustomerListController {

    private final CustomerListQueries list;
    private final TagList tags;
    private final CurrentActor currentActor;

    @GetMapping("/customers")
    String list(
            @RequestParam(defaultValue = "all") String view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable List<String> quadrant,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "") String known,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate since,
            @RequestParam(defaultValue = "newest") String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var filter = new CustomerFilter(
                constant(CustomerFilter.View.values(), view).orElse(CustomerFilter.View.ALL),
                q.strip(),
                letters(quadrant),
                constant(CustomerKind.values(), kind).orElse(null),
                constant(LifecycleStage.values(), stage).orElse(null),
                tag.isBlank() ? null : tag,
                constant(CustomerFilter.Known.values(), known).orElse(null),
                since,
                constant(CustomerFilter.Sort.values(), sort).orElse(CustomerFilter.Sort.NEWEST));
        model.addAttribute("filter", filter);
        model.addAttribute("links", new FilterLinks(filter));
        model.addAttribute("firstUrl", currentActor.get().may(Permission.CUSTOMER_EDIT) ? "/customers/new" : null);
        model.addAttribute("widerUrl", filter.isNarrowed() ? new FilterLinks(filter).cleared() : "/customers");
        model.addAttribute("counts", list.counts());
        model.addAttribute("most", CustomerListQueries.MOST_COUNTED);
        model.addAttribute("page", list.page(filter, page));
        model.addAttribute("views", List.of(CustomerFilter.View.values()));
        model.addAttribute("sorts", List.of(CustomerFilter.Sort.values()));
        model.addAttribute("knowns", List.of(CustomerFilter.Known.values()));
        model.addAttribute("kinds", List.of(CustomerKind.values()));
        model.addAttribute("stages", List.of(LifecycleStage.values()));
        model.addAttribute("quadrants", List.of("A", "B", "C", "D"));
        model.addAttribute("tags", tags.usable());
        return "customer/list";
    }

    private static List<String> letters(@Nullable List<String> quadrants) {
        return quadrants == null
                ? List.of()
                : quadrants.stream()
                        .filter(letter -> letter.matches("[A-D]"))
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** The constant of this name; a word nobody knows filters nothing. */
    private static <E extends Enum<E>> Optional<E> constant(E[] values, String word) {
        String name = word.toUpperCase(Locale.ROOT);
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
