package com.regulars.customer.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.tag.TagList;
import com.regulars.shared.web.SentBack;
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
        return saved(redirect, () -> tags.add(name), "new", name);
    }

    @PostMapping("/{id}")
    String rename(@PathVariable long id, @RequestParam(defaultValue = "") String name, RedirectAttributes redirect) {
        return saved(redirect, () -> tags.rename(id, name), String.valueOf(id), name);
    }

    @PostMapping("/{id}/retirement")
    String retire(@PathVariable long id, RedirectAttributes redirect) {
        return saved(redirect, () -> tags.retire(id));
    }

    private static String saved(RedirectAttributes redirect, Runnable deed, String... typed) {
        if (SentBack.done(redirect, deed, typed)) {
            redirect.addFlashAttribute("flash", "customer.tag.saved");
        }
        return "redirect:/customers/tags";
    }
}
