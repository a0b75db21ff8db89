package com.regulars.demo;

import com.regulars.staff.DemoSignIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;

/** The role cards beside the sign-in form. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoSignIns {

    @Bean
    @Order(1)
    DemoSignIn frontDeskSignIn(DemoSettings settings) {
        return signIn(0, settings);
    }

    @Bean
    @Order(2)
    DemoSignIn cashierSignIn(DemoSettings settings) {
        return signIn(1, settings);
    }

    @Bean
    @Order(3)
    DemoSignIn serviceSignIn(DemoSettings settings) {
        return signIn(2, settings);
    }

    @Bean
    @Order(4)
    DemoSignIn managerSignIn(DemoSettings settings) {
        return signIn(3, settings);
    }

    @Bean
    @Order(5)
    DemoSignIn administratorSignIn(DemoSettings settings) {
        return signIn(4, settings);
    }

    private static DemoSignIn signIn(int index, DemoSettings settings) {
        var hand = DemoStaff.SIGN_INS.get(index);
        return new DemoSignIn(
                hand.role(), hand.loginName(), settings.password(), hand.name(), "demo.role." + hand.role());
    }
}
