package com.regulars.shell.security;

import com.regulars.shell.errors.SecurityAnswers;
import com.regulars.staff.Permission;
import jakarta.servlet.DispatcherType;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** People in a browser: a session kept in the database, a sign-in form, CSRF tokens, everything closed but a short list. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class BrowserChain {

    private static final String[] API_DESCRIPTION = {
        "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui/**", "/swagger-ui.html"
    };

    private final SecurityAnswers answers;

    @Bean
    @Order(3)
    SecurityFilterChain browser(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(FilterChains.PUBLIC)
                        .permitAll()
                        .requestMatchers(API_DESCRIPTION)
                        .hasAuthority(Permission.API_CLIENT_EDIT.name())
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login").permitAll())
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/login?bye"))
                .exceptionHandling(failures -> failures.accessDeniedHandler(answers))
                .headers(SecurityHeaders.standard())
                .build();
    }
}
