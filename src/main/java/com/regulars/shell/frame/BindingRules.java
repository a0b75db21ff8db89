package com.regulars.shell.frame;

import com.regulars.shared.InvalidFieldException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for every form and every JSON body: plain text only, and lists no longer than a bill can be. */
@ControllerAdvice
@Configuration(proxyBeanMethods = false)
class BindingRules implements WebMvcConfigurer, HandlerInterceptor {

    private static final int LONGEST_LIST = 1_000;

    private static final PlainTextCheck PLAIN_TEXT = new PlainTextCheck();

    private static final Pattern PLACE = Pattern.compile("(.*)\\[([0-9]{1,3})][^\\[\\]]*");

    private static final Pattern REACHABLE = Pattern.compile("[^\\[\\]]*(\\[([0-9]{1,3})?][^\\[\\]]*)*");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** A place in a list that no list reaches is no place; a form would fall over it. Files have no lists. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
        if (first && !(request instanceof MultipartRequest)) {
            Set<String> names = request.getParameterMap().keySet();
            names.forEach(BindingRules::requireReachable);
            names.forEach(name -> requireNeighbour(name, names));
        }
        return true;
    }

    /** A list comes whole: one with a hole in it was written by nobody who has the form. */
    private static void requireNeighbour(String name, Set<String> names) {
        var place = PLACE.matcher(name);
        if (place.matches() && Integer.parseInt(place.group(2)) > 0) {
            String before = place.group(1) + "[" + (Integer.parseInt(place.group(2)) - 1) + "]";
            if (names.stream().noneMatch(each -> each.startsWith(before))) {
                throw new InvalidFieldException(name, "unknown");
            }
        }
    }

    private static void requireReachable(String name) {
        if (!REACHABLE.matcher(name).matches()) {
            throw new InvalidFieldException(name, "unknown");
        }
    }

    @InitBinder
    void bind(WebDataBinder binder, HttpServletRequest request) {
        binder.setDeclarativeBinding(true); // a form is its record: nothing else is set
        binder.setAutoGrowCollectionLimit(LONGEST_LIST);
        binder.addValidators(PLAIN_TEXT);
        boolean ofAPage = !request.getRequestURI().startsWith("/api/"); // the wire contract refuses them
        if (ofAPage && (isForOneParameter(binder) || "GET".equals(request.getMethod()))) {
            binder.registerCustomEditor(String.class, new NoZeroBytes());
        }
    }

    /** What is no form has no field that an error could stand beside. */
    private static boolean isForOneParameter(WebDataBinder binder) {
        return binder.getTarget() == null && binder.getTargetType() == null;
    }
}
