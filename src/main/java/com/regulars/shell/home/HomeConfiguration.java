package com.regulars.shell.home;

import com.regulars.access.Permission;
import com.regulars.shared.web.NavSource;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The home page's own entry of the menu, and the watch on whose pages were looked at. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class HomeConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<RecentCustomers> recentCustomers;

    @Bean
    static NavSource homeEntry() {
        return () -> List.of(new NavSource.NavEntry("home", "/", "home", Permission.SIGNED_IN.name(), 0));
    }

    /** Nobody reads measurements of single requests here, and taking them costs each request more than its filters do. */
    @Bean
    static ObservationRegistry observationRegistry() {
        return ObservationRegistry.NOOP;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        recentCustomers.ifAvailable(recent -> registry.addInterceptor(recent).addPathPatterns("/customers/*"));
    }
}
