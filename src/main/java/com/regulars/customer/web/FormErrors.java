package com.regulars.customer.web;

import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.shared.web.FormFailures;
import org.springframework.validation.BindingResult;

/** Puts what the domain finds wrong beside the field it is about, or at the head of the form. */
final class FormErrors {

    private FormErrors() {}

    /** Runs a command; answers whether it was accepted. */
    static boolean accepted(BindingResult errors, Runnable command) {
        if (errors.hasErrors()) {
            return false;
        }
        try {
            command.run();
            return true;
        } catch (InvalidFieldException wrong) {
            FormFailures.addTo(errors, wrong);
        } catch (RefusedException refused) {
            FormFailures.addTo(errors, refused);
        }
        return false;
    }
}
