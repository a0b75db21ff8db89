package com.regulars.demo;

import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says on the console where the demo is and how to get in. */
@Slf4j
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoWelcome {

    private static final String WELL_KNOWN = "regulars-demo";

    private final DemoSettings settings;
    private final Environment environment;

    void print() {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        String names = DemoStaff.SIGN_INS.stream()
                .map(hand -> hand.loginName() + " (" + hand.name() + ")")
                .collect(Collectors.joining(", "));
        String password = settings.password().equals(WELL_KNOWN) ? WELL_KNOWN : "as given in REGULARS_DEMO_PASSWORD";
        log.info("""

                ----------------------------------------------------------------------
                 Regulars demo: http://localhost:{}
                 Sign in as    {}
                 Password      {}
                 PIN           {} (gold cards, above 1,000.00)
                ----------------------------------------------------------------------""", port, names, password, DemoCardDesk.PIN);
    }
}
