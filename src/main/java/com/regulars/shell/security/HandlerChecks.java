package com.regulars.shell.security;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class HandlerChecks implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new MarkedHandlers());
        registry.addInterceptor(new FirstPasswordChange())
                .excludePathPatterns("/account/**", "/preferences/**", "/error", "/login/**", "/api/**");
    }
}
