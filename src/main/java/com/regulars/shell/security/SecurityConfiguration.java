package com.regulars.shell.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.annotation.AnnotationTemplateExpressionDefaults;

@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    /** Lets {@code @Requires(CARD_READ)} put its value into the expression behind it. */
    @Bean
    static AnnotationTemplateExpressionDefaults templateExpressions() {
        return new AnnotationTemplateExpressionDefaults();
    }
}
