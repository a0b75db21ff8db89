package com.regulars.shell.search;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The search over everything: a page by itself, a list below the search box for htmx. */
@Controller
@RequiredArgsConstructor
class SearchController {

    private static final int LONGEST_QUERY = 100;

    private final GlobalSearch search;

    @GetMapping("/search")
    @Requires(Permission.SIGNED_IN)
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            Model model) {
        String stripped = q.strip();
        String query = stripped.substring(0, Math.min(stripped.length(), LONGEST_QUERY));
        model.addAttribute("searchQuery", query);
        model.addAttribute("hits", query.isEmpty() ? List.of() : search.find(query));
        return partial == null ? "shell/search" : "shell/search :: hits";
    }
}
