package com.regulars.work.web;

import com.regulars.access.Permission;
import com.regulars.shared.web.HomeTile;
import com.regulars.work.Backups;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The newest backup, for whoever makes them. */
@Component
@RequiredArgsConstructor
class BackupTile implements HomeTile {

    private final Backups backups;

    @Override
    public String permission() {
        return Permission.BACKUP.name();
    }

    @Override
    public int order() {
        return 75;
    }

    @Override
    public Width width() {
        return Width.THIRD;
    }

    @Override
    public String fragment() {
        return "work/_tile :: backup";
    }

    @Override
    public Map<String, Object> model() {
        return Map.of(
                "available",
                backups.isAvailable(),
                "backups",
                backups.list().stream().limit(1).toList());
    }
}
