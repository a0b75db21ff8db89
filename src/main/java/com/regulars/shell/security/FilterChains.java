package com.regulars.shell.security;

import com.regulars.shell.errors.SecurityAnswers;
import com.regulars.staff.client.ApiClients;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/** Who gets in where. Everything that is not named here is closed. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class FilterChains {

    private final SecurityAnswers answers;

    /** Tills and other systems: a bearer token with every request, no session, no CSRF. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiClients apiClients) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterBefore(new BearerTokenFilter(apiClients, answers), BasicAuthenticationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .headers(SecurityHeaders.standard())
                .build();
    }

    /** The probes a container platform asks; nothing else of actuator is open to anyone. */
    @Bean
    @Order(2)
    SecurityFilterChain probes(HttpSecurity http) {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers("/actuator/health/readiness", "/actuator/health/liveness")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .headers(SecurityHeaders.standard())
                .build();
    }

    /** What pages are made of; it asks nobody and touches no session. */
    @Bean
    @Order(3)
    SecurityFilterChain assets(HttpSecurity http) {
        return http.securityMatcher("/css/**", "/js/**", "/icons/**", "/images/**", "/webjars/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(SecurityHeaders.standard())
                .build();
    }
}
