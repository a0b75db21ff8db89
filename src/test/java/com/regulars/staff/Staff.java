package com.regulars.staff;

import com.regulars.access.CurrentActor;
import com.regulars.staff.administration.StaffAdministration;
import jakarta.servlet.http.Cookie;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Employees and sign-ins for tests of this module. */
public final class Staff {

    public static final String PASSWORD = "lotus-pond-in-june";

    private Staff() {}

    public static String freshName() {
        return "t" + UUID.randomUUID().toString().substring(0, 8);
    }

    public static long hire(StaffAdministration staff, String loginName, Role... roles) {
        return CurrentActor.asSystem(() -> staff.hire(
                new HireEmployee(loginName, "员工 " + loginName, PASSWORD, false, Set.of(roles), Set.of(), null)));
    }

    public static MvcTestResult signIn(MockMvcTester mvc, String loginName, String password) {
        return signIn(mvc, loginName, password, "10.0.0." + (Math.abs(loginName.hashCode()) % 250));
    }

    public static MvcTestResult signIn(MockMvcTester mvc, String loginName, String password, String address) {
        return mvc.post()
                .uri("/login")
                .param("username", loginName)
                .param("password", password)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .exchange();
    }

    public static Cookie session(MvcTestResult signedIn) {
        MockHttpServletResponse response = signedIn.getResponse();
        Cookie cookie = Optional.ofNullable(response.getCookie("SESSION"))
                .orElseGet(() -> response.getCookie("__Host-SESSION"));
        if (cookie == null) {
            throw new AssertionError("Not signed in: " + response.getStatus());
        }
        return cookie;
    }
}
