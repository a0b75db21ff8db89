package com.regulars.customer.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.tag.TagList;
import com.regulars.shared.InvalidFieldException;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The managed list of tags (R1.5). */
@Controller
@RequestMapping("/customers/tags")
@RequiredArgsConstructor
@Requires(Permission.CUSTOMER_EDIT)
class TagController {

    private final TagList tags;

    @GetMapping
    String list(Model model) {
        model.addAttribute("tags", tags.all());
        return "customer/tags";
    }

    @PostMapping
    String add(@RequestParam(defaultValue = "") String name, RedirectAttributes redirect) {
        return saved(redirect, () -> tags.add(name));
    }

    @PostMapping("/{id}")
    String rename(@PathVariable long id, @RequestParam(defaultValue = "") String name, RedirectAttributes redirect) {
        return saved(redirect, () -> tags.rename(id, name));
    }

    @PostMapping("/{id}/retirement")
    String retire(@PathVariable long id, RedirectAttributes redirect) {
        return saved(redirect, () -> tags.retire(id));
    }

    private static String saved(RedirectAttributes redirect, Runnable deed) {
        try {
            deed.run();
            redirect.addFlashAttribute("flash", "customer.tag.saved");
        } catch (InvalidFieldException wrong) {
            redirect.addFlashAttribute("flashError", "invalid." + wrong.getCode());
            redirect.addFlashAttribute("flashArgs", wrong.getArgs());
        }
        return "redirect:/customers/tags";
    }
}
