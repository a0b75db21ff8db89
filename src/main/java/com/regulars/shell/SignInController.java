package com.regulars.shell;

import com.regulars.staff.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page; the form itself goes to the filter chain. */
@Controller
class SignInController {

    @OpenToAll
    @GetMapping("/login")
    String show() {
        return "shell/login";
    }
}
