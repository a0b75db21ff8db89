package com.regulars.shell.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Notes a connection as soon as somebody who is known asks something on it, before the body is read. */
@Configuration(proxyBeanMethods = false)
class NotesKnownConnections implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var connection = request.getUserPrincipal() == null ? null : request.getServletConnection();
        if (connection != null) {
            KnownConnections.add(connection);
        }
        return true;
    }
}
