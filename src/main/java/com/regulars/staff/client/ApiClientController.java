package com.regulars.staff.client;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.shared.web.FormFailures;
import com.regulars.staff.client.ApiClients.IssuedToken;
import com.regulars.venue.Venues;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tills and other systems: their scopes and venues, a token that is shown once, and its end. */
@Controller
@RequestMapping("/api-clients")
@Requires(Permission.API_CLIENT_EDIT)
@RequiredArgsConstructor
class ApiClientController {

    private final ApiClients clients;
    private final Venues venues;

    @GetMapping
    String list(Model model) {
        model.addAttribute("clients", clients.all());
        model.addAttribute("venues", venues.all());
        return "staff/api-clients";
    }

    @GetMapping("/new")
    String newForm(Model model) {
        return form(ApiClientForm.empty(), model);
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") ApiClientForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        Optional<IssuedToken> issued = errors.hasErrors()
                ? Optional.empty()
                : FormFailures.answer(errors, () -> clients.create(form.name(), form.scopes(), form.venues()));
        if (issued.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(form, model);
        }
        // The answer itself shows the token, this once; a redirect would have to keep it somewhere.
        model.addAttribute("token", issued.get().token());
        model.addAttribute("tokenFor", form.name());
        return list(model);
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable long id, RedirectAttributes redirect) {
        clients.revoke(id);
        redirect.addFlashAttribute("flash", "staff.apiClients.revoked");
        return "redirect:/api-clients";
    }

    private String form(ApiClientForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("allScopes", Scope.values());
        model.addAttribute("venues", venues.all());
        return "staff/api-client-form";
    }
}
