package com.regulars.shared.web;

import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A small form on somebody else's page, sent back to it: what was refused is said at the top of the page, and the page
 * has {@code typed} (what was typed, by field) and {@code wrongField} to fill the form again and put the hands on the
 * field that is wrong.
 */
public final class SentBack {

    private SentBack() {}

    /**
     * Does the work; answers whether it went through.
     *
     * @param typed name and value in turn; never a password
     */
    public static boolean done(RedirectAttributes redirect, Runnable work, String... typed) {
        Supplier<Boolean> worked = () -> {
            work.run();
            return true;
        };
        return answer(redirect, worked, typed).isPresent();
    }

    /**
     * What the work answers; nothing when it refused.
     *
     * @param typed name and value in turn; never a password
     */
    public static <T> Optional<T> answer(RedirectAttributes redirect, Supplier<T> work, String... typed) {
        try {
            return Optional.of(work.get());
        } catch (InvalidFieldException invalid) {
            say(redirect, "invalid." + invalid.getCode(), invalid.getArgs(), typed);
            redirect.addFlashAttribute("wrongField", invalid.getField());
        } catch (RefusedException refused) {
            say(redirect, "refused." + refused.getCode(), refused.getArgs().toArray(), typed);
        }
        return Optional.empty();
    }

    private static void say(RedirectAttributes redirect, String message, Object[] args, String... typed) {
        Map<String, String> kept = new HashMap<>();
        for (int i = 0; i < typed.length; i += 2) {
            kept.put(typed[i], typed[i + 1]);
        }
        redirect.addFlashAttribute("flashError", message);
        redirect.addFlashAttribute("flashArgs", args);
        redirect.addFlashAttribute("typed", kept);
    }
}
