package com.regulars.shell.security;

import com.regulars.staff.OpenToAll;
import com.regulars.staff.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses every handler of ours that does not say who may call it: a forgotten annotation closes a door, never opens one. */
class MarkedHandlers implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method) && !isMarked(method)) {
            throw new AccessDeniedException(method.getShortLogMessage() + " says nobody may call it");
        }
        return true;
    }

    static boolean isOurs(HandlerMethod method) {
        return ClassUtils.getUserClass(method.getBeanType()).getName().startsWith("com.regulars.");
    }

    static boolean isMarked(HandlerMethod method) {
        return has(method, Requires.class) || has(method, OpenToAll.class);
    }

    private static boolean has(HandlerMethod method, Class<? extends java.lang.annotation.Annotation> mark) {
        return method.hasMethodAnnotation(mark)
                || AnnotatedElementUtils.hasAnnotation(ClassUtils.getUserClass(method.getBeanType()), mark);
    }
}
