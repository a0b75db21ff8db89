package com.regulars.shell.security;

import com.regulars.staff.SignedInEmployee;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;

/** Nothing but the own account is open to an employee who still has the password somebody else chose. */
class FirstPasswordChange implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof SignedInEmployee employee
                && employee.mustChangePassword()) {
            response.sendRedirect(request.getContextPath() + "/account");
            return false;
        }
        return true;
    }
}
