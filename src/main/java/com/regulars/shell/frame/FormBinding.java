package com.regulars.shell.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.ModelFactory;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletModelAttributeMethodProcessor;

/**
 * A form is a record, made in one go from what was sent. When one of its values cannot be read, Spring makes the record
 * without that value but tells neither the errors nor the page of it, and a single unreadable date would take along all
 * that was typed. Here they are told, so the page shows the form again: every field as it was typed, and what is wrong
 * beside the one that is.
 */
@Component
class FormBinding implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof RequestMappingHandlerAdapter adapter) {
            List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>();
            resolvers.add(new Forms());
            resolvers.addAll(Objects.requireNonNull(adapter.getArgumentResolvers()));
            adapter.setArgumentResolvers(resolvers);
        }
        return bean;
    }

    private static final class Forms implements HandlerMethodArgumentResolver {

        private final ServletModelAttributeMethodProcessor binding = new ServletModelAttributeMethodProcessor(false);

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().isRecord() && binding.supportsParameter(parameter);
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer page,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders)
                throws Exception {
            Object form = binding.resolveArgument(parameter, page, request, binders);
            if (form != null && page != null && binders != null) {
                tell(ModelFactory.getNameForParameter(parameter), form, page, request, binders);
            }
            return form;
        }

        private static void tell(
                String name,
                Object form,
                ModelAndViewContainer page,
                NativeWebRequest request,
                WebDataBinderFactory binders)
                throws Exception {
            var errors = (BindingResult) page.getModel().get(BindingResult.MODEL_KEY_PREFIX + name);
            if (errors != null && errors.getTarget() == null) {
                BindingResult told = binders.createBinder(request, form, name).getBindingResult();
                told.addAllErrors(errors);
                page.removeAttributes(errors.getModel());
                page.addAllAttributes(told.getModel());
            }
        }
    }
}
