package com.regulars.shell.frame;

import com.regulars.access.OpenToAll;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.shared.web.LocalPath;
import com.regulars.venue.CurrentVenue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Language, looks and venue of this device, switched from the top bar; each goes back to the page it came from. */
@Controller
@RequiredArgsConstructor
class PreferencesController {

    private final Preferences preferences;

    @OpenToAll
    @PostMapping("/preferences/language")
    String language(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (Preferences.speaks(language)) {
            preferences.remember(request, response, Preferences.LANGUAGE_COOKIE, language);
        }
        return backTo(back);
    }

    @OpenToAll
    @PostMapping("/preferences/theme")
    String theme(
            @RequestParam String theme,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        switch (theme) {
            case "light", "dark" -> preferences.remember(request, response, Preferences.THEME_COOKIE, theme);
            default -> preferences.forget(request, response, Preferences.THEME_COOKIE);
        }
        return backTo(back);
    }

    @Requires(Permission.SIGNED_IN)
    @PostMapping("/preferences/venue")
    String venue(
            @RequestParam String venue,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (venue.isEmpty()) {
            preferences.forget(request, response, CurrentVenue.COOKIE);
        } else if (venue.matches("[a-z0-9-]{1,40}")) {
            preferences.remember(request, response, CurrentVenue.COOKIE, venue);
        }
        return backTo(back);
    }

    /** Only a path of this server: the field comes from the page and could be anything. */
    private static String backTo(String back) {
        return "redirect:" + LocalPath.of(back).orElse("/");
    }
}
