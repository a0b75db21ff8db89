package com.regulars.staff.employee;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The browser sessions of an employee, on whichever node they are used. */
@Component
@RequiredArgsConstructor
public class StaffSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    public void endAll(String loginName) {
        endOthers(loginName, null);
    }

    public void endOthers(String loginName, @Nullable String keptSessionId) {
        sessions.findByPrincipalName(loginName).keySet().stream()
                .filter(id -> !id.equals(keptSessionId))
                .forEach(sessions::deleteById);
    }
}
