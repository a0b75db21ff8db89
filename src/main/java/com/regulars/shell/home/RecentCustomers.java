package com.regulars.shell.home;

import com.regulars.customer.CustomerSummary;
import com.regulars.customer.Customers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whose pages this session looked at last, kept as ids in the session. Watches the pages {@code /customers/<id>}. */
@Component
@RequiredArgsConstructor
class RecentCustomers implements HandlerInterceptor {

    private static final String ATTRIBUTE = "recentCustomers";
    private static final int KEPT = 6;

    private final Customers customers;

    List<CustomerSummary> of(HttpSession session) {
        var ids = ids(session);
        var found = customers.byIds(ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        boolean shown = page != null && request.getMethod().equals("GET") && response.getStatus() == 200;
        if (shown
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("id") instanceof String id
                && id.matches("[0-9]{1,18}")) {
            remember(request.getSession(), Long.parseLong(id));
        }
    }

    private static void remember(HttpSession session, long id) {
        var ids = new ArrayList<>(ids(session));
        if (!ids.isEmpty() && ids.getFirst() == id) {
            return;
        }
        ids.remove(id);
        ids.addFirst(id);
        session.setAttribute(ATTRIBUTE, new ArrayList<>(ids.subList(0, Math.min(KEPT, ids.size()))));
    }

    private static List<Long> ids(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof List<?> ids
                ? ids.stream().map(Long.class::cast).toList()
                : List.of();
    }
}
