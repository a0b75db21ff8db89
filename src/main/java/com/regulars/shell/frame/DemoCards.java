package com.regulars.shell.frame;

import com.regulars.staff.DemoSignIn;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The cards of the sign-in page that let one in as somebody of the demo; empty outside the demo profile. */
@Component
@RequiredArgsConstructor
class DemoCards {

    private final ObjectProvider<DemoSignIn> demoSignIns;

    List<RoleCard> all() {
        return demoSignIns
                .orderedStream()
                .map(demo -> new RoleCard(demo, icon(demo)))
                .toList();
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
