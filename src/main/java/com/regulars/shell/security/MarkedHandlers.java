package com.regulars.shell.security;

import com.regulars.access.OpenToAll;
import com.regulars.access.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Asks for the permission a handler requires before its body is even read, and refuses every handler of ours that does
 * not say who may call it: a forgotten annotation closes a door, never opens one. Method security asks again behind it.
 */
class MarkedHandlers implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method)) {
            check(method);
        }
        return true;
    }

    private static void check(HandlerMethod method) {
        Optional<Requires> requires = find(method, Requires.class);
        if (requires.isPresent()) {
            requirePermission(requires.get().value().name());
        } else if (find(method, OpenToAll.class).isEmpty()) {
            throw new AccessDeniedException(method.getShortLogMessage() + " does not say who may call it");
        }
    }

    private static void requirePermission(String permission) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean held = authentication != null
                && authentication.getAuthorities().stream().anyMatch(one -> permission.equals(one.getAuthority()));
        if (!held) {
            throw new AuthorizationDeniedException(
                    "Access Denied",
                    new AuthorityAuthorizationDecision(false, AuthorityUtils.createAuthorityList(permission)));
        }
    }

    private static boolean isOurs(HandlerMethod method) {
        return ClassUtils.getUserClass(method.getBeanType()).getName().startsWith("com.regulars.");
    }

    /** A mark on the method counts before one on its type. */
    private static <A extends Annotation> Optional<A> find(HandlerMethod method, Class<A> mark) {
        A onMethod = method.getMethodAnnotation(mark);
        if (onMethod != null) {
            return Optional.of(onMethod);
        }
        boolean otherwiseMarked = mark == Requires.class && method.hasMethodAnnotation(OpenToAll.class);
        return otherwiseMarked
                ? Optional.empty()
                : Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(
                        ClassUtils.getUserClass(method.getBeanType()), mark));
    }
}
