package com.regulars.staff.signin;

import lombok.RequiredArgsConstructor;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Lets the sign-in form of the browser chain ask {@link SignIn}. */
@Component
@RequiredArgsConstructor
class EmployeeAuthentication implements AuthenticationProvider {

    private final SignIn signIn;

    @Override
    public Authentication authenticate(Authentication attempt) {
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "-";
        var employee = signIn.check(
                new SignInAttempt(SignInAttempt.Door.SIGN_IN, attempt.getName(), String.valueOf(address)),
                String.valueOf(attempt.getCredentials()));
        var authentication = UsernamePasswordAuthenticationToken.authenticated(employee, "", employee.getAuthorities());
        authentication.setDetails(attempt.getDetails());
        return authentication;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
