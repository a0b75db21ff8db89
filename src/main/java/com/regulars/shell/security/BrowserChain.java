package com.regulars.shell.security;

import com.regulars.access.Permission;
import com.regulars.shell.errors.SecurityAnswers;
import com.regulars.staff.signin.SignIn;
import jakarta.servlet.DispatcherType;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/** People in a browser: a session kept in the database, a sign-in form, CSRF tokens, everything closed but a short list. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class BrowserChain {

    /** Open to people who are not signed in; their handlers say so with {@code @OpenToAll}. */
    private static final String[] PUBLIC = {
        "/login", "/login/refused", "/setup", "/password/*", "/preferences/**", "/error", "/favicon.ico"
    };

    private static final String[] API_DESCRIPTION = {
        "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui/**", "/swagger-ui.html"
    };

    private final ExpiredForms expiredForms;
    private final SignInAnswers signInAnswers;
    private final AskToSignIn askToSignIn;
    private final SessionLifetime lifetime;
    private final SecurityAnswers answers;

    @Bean
    @Order(4)
    SecurityFilterChain browser(HttpSecurity http, SignIn signIn) {
        return http.authorizeHttpRequests(BrowserChain::rules)
                .addFilterBefore(new FreshEmployeeFilter(signIn, lifetime), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new UploadGate(signIn, askToSignIn, answers), CsrfFilter.class)
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(signInAnswers)
                        .failureHandler(signInAnswers)
                        .permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(new FormTokens()))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/login?bye"))
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(askToSignIn).accessDeniedHandler(expiredForms))
                .headers(SecurityHeaders.standard())
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(PUBLIC)
                .permitAll()
                .requestMatchers(API_DESCRIPTION)
                .hasAuthority(Permission.API_CLIENT_EDIT.name())
                .anyRequest()
                .authenticated();
    }
}
