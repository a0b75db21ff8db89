package com.regulars.shell;

import com.regulars.staff.DemoSignIn;
import com.regulars.staff.OpenToAll;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page; the form itself goes to the filter chain. In the demo profile it offers a card for each role. */
@Controller
@RequiredArgsConstructor
class SignInController {

    private final ObjectProvider<DemoSignIn> demoSignIns;
    private final PageFrame frame;

    @OpenToAll
    @GetMapping("/login")
    String show(Model model) {
        if (frame.signedIn()) {
            return "redirect:/";
        }
        model.addAttribute(
                "demoSignIns",
                demoSignIns
                        .orderedStream()
                        .map(demo -> new RoleCard(demo, icon(demo)))
                        .toList());
        return "shell/login";
    }

    /** One role of the demo with the icon that stands for it. */
    record RoleCard(DemoSignIn demo, String icon) {}

    private static String icon(DemoSignIn demo) {
        return switch (demo.role()) {
            case FRONT_DESK -> "home";
            case CASHIER -> "cash-register";
            case CUSTOMER_SERVICE -> "headset";
            case MANAGER -> "chart-scatter";
            case ADMINISTRATOR -> "settings";
        };
    }
}
