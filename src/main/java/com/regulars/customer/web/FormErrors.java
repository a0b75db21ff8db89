package com.regulars.customer.web;

import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
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
            errors.rejectValue(wrong.getField(), "invalid." + wrong.getCode(), wrong.getArgs(), wrong.getMessage());
        } catch (RefusedException refused) {
            errors.reject("refused." + refused.getCode(), refused.getArgs().toArray(), refused.getMessage());
        }
        return false;
    }
}
