package com.regulars.work.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.shared.database.Backup;
import com.regulars.venue.Brands;
import com.regulars.work.Backups;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/backups")
@Requires(Permission.BACKUP)
@RequiredArgsConstructor
class BackupController {

    private final Backups backups;
    private final Brands brands;

    @GetMapping
    String list(Model model) {
        ZoneId zone = brands.current().zone();
        model.addAttribute("available", backups.isAvailable());
        model.addAttribute("running", backups.isRunning());
        model.addAttribute("folder", backups.folder());
        model.addAttribute(
                "backups",
                backups.list().stream().map(backup -> Row.of(backup, zone)).toList());
        return "work/backups";
    }

    @PostMapping
    String start(RedirectAttributes redirect) {
        backups.start();
        redirect.addFlashAttribute("flash", "work.backup.started");
        return "redirect:/backups";
    }

    /** A line of the list. */
    record Row(String name, ZonedDateTime madeAt, String size) {

        private static final double MEGABYTE = 1_000_000;

        static Row of(Backup backup, ZoneId zone) {
            String size = String.format(Locale.ROOT, "%,.1f MB", backup.bytes() / MEGABYTE);
            return new Row(backup.name(), backup.madeAt().atZone(zone), size);
        }
    }
}
