package com.regulars.feedback;

import com.regulars.access.Permission;
import com.regulars.shared.web.NavSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class FeedbackNav implements NavSource {

    @Override
    public List<NavEntry> navEntries() {
        return List.of(
                new NavEntry("feedback", "/feedback", "message-exclamation", Permission.FEEDBACK_READ.name(), 45));
    }
}
