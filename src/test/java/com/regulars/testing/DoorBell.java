package com.regulars.testing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a test ask whether a request would reach its handler without running it: with {@link #ringOnly} everything that
 * guards the handler runs, and the handler itself is replaced by the answer 418.
 */
@Configuration(proxyBeanMethods = false)
public class DoorBell implements WebMvcConfigurer {

    public static final int OPENED = 418;

    private static final String ATTRIBUTE = DoorBell.class.getName();

    public static RequestPostProcessor ringOnly() {
        return request -> {
            request.setAttribute(ATTRIBUTE, true);
            return request;
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        boolean run = request.getAttribute(ATTRIBUTE) == null;
                        if (!run) {
                            response.setStatus(OPENED);
                        }
                        return run;
                    }
                })
                .order(Ordered.LOWEST_PRECEDENCE);
    }
}
