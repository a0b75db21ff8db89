package com.regulars.feedback;

import com.regulars.shared.web.MenuSource;
import com.regulars.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class FeedbackMenu implements MenuSource {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(
                new MenuEntry("feedback", "/feedback", "message-exclamation", Permission.FEEDBACK_READ.name(), 45));
    }
}
