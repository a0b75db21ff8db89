package com.regulars.menu.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.menu.Dish;
import com.regulars.menu.Menu;
import com.regulars.menu.MenuEditing;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.shared.web.FormFailures;
import com.regulars.shared.web.PageOf;
import com.regulars.venue.MoneyFormat;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The menu as a list, and one form to add and to change a dish. */
@Controller
@RequestMapping("/menu")
@RequiredArgsConstructor
class MenuController {

    private static final int PAGE_SIZE = 50;

    private final Menu menu;
    private final MenuEditing editing;
    private final MoneyFormat money;

    @GetMapping
    @Requires(Permission.MENU_READ)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var fitting = menu.find(q).stream()
                .filter(dish -> show.equals("all") || dish.active() == show.equals("active"))
                .toList();
        model.addAttribute("page", page(fitting, Math.max(1, page)));
        model.addAttribute("q", q.strip());
        model.addAttribute("show", show);
        return "menu/list";
    }

    private static PageOf<Dish> page(List<Dish> all, int number) {
        int from = (int) Math.min(all.size(), PageOf.offset(number, PAGE_SIZE));
        return new PageOf<>(all.subList(from, Math.min(all.size(), from + PAGE_SIZE)), number, PAGE_SIZE, all.size());
    }

    @GetMapping("/new")
    @Requires(Permission.MENU_EDIT)
    String newForm(Model model) {
        model.addAttribute("form", DishForm.empty());
        return form(null, model);
    }

    @PostMapping
    @Requires(Permission.MENU_EDIT)
    String create(
            @Valid @ModelAttribute("form") DishForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return save(null, form, errors, model, response, redirect);
    }

    @GetMapping("/{id}/edit")
    @Requires(Permission.MENU_EDIT)
    String edit(@PathVariable long id, Model model) {
        model.addAttribute("form", DishForm.of(menu.get(id), menu.version(id), money));
        return form(id, model);
    }

    @PostMapping("/{id}")
    @Requires(Permission.MENU_EDIT)
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("form") DishForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return save(id, form, errors, model, response, redirect);
    }

    private String save(
            @Nullable Long id,
            DishForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                Dish saved = editing.save(form.toCommand(id, money));
                redirect.addFlashAttribute("flash", "menu.saved");
                redirect.addFlashAttribute("flashArgs", new Object[] {saved.name()});
                return "redirect:/menu";
            } catch (InvalidFieldException invalid) {
                FormFailures.addTo(errors, invalid);
            } catch (RefusedException refused) {
                FormFailures.addTo(errors, refused);
            }
        }
        response.setStatus(422);
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
        return form(id, model);
    }

    private String form(@Nullable Long id, Model model) {
        model.addAttribute("dishId", id);
        model.addAttribute(
                "categories", menu.all().stream().map(Dish::category).distinct().toList());
        return "menu/form";
    }
}
