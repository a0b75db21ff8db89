package com.regulars.work.web;

import com.regulars.access.Permission;
import com.regulars.shared.web.NavSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class BackupNav implements NavSource {

    @Override
    public List<NavEntry> navEntries() {
        return List.of(new NavEntry("backups", "/backups", "database-export", Permission.BACKUP.name(), 960));
    }
}
