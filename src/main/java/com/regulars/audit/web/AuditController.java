package com.regulars.audit.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.audit.AuditTrail;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what and when. */
@Controller
@Requires(Permission.AUDIT_READ)
@RequiredArgsConstructor
class AuditController {

    private final AuditTrail trail;

    @GetMapping("/audit")
    String list(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("action", action);
        model.addAttribute("subject", subject);
        model.addAttribute("actions", trail.actions());
        model.addAttribute("page", trail.find(actor, action, subject, page));
        return "audit/list";
    }
}
