package com.regulars.work;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.shared.RefusedException;
import com.regulars.shared.RefusedException.Reason;
import com.regulars.shared.database.Backup;
import com.regulars.shared.database.DatabaseBackups;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** “Back up now” for whoever may: a job that copies the embedded database while the shop goes on, and is logged. */
@Service
@RequiredArgsConstructor
@Requires(Permission.BACKUP)
public class Backups {

    static final String KIND = "backup";

    private final DatabaseBackups backups;
    private final Jobs jobs;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    public boolean isAvailable() {
        return backups.isAvailable();
    }

    public boolean isRunning() {
        return jobs.isOpen(KIND);
    }

    public String folder() {
        return backups.folder().toString();
    }

    public List<Backup> list() {
        return backups.list();
    }

    /**
     * Starts a backup and comes back at once.
     *
     * @return the id of the job
     */
    public long start() {
        if (!isAvailable()) {
            throw new RefusedException("BACKUP_NOT_HERE");
        }
        if (isRunning()) {
            throw new RefusedException(Reason.CONFLICT, "BACKUP_RUNNING");
        }
        return jobs.start(JobRequest.of(KIND, folder()).inQueue(KIND).openTo(Permission.BACKUP), this::make);
    }

    private void make(JobProgress progress) throws Exception {
        progress.expect(1);
        Backup made = backups.backUpNow();
        transaction.executeWithoutResult(status -> {
            audit.record("backup.made", KIND, made.name(), made.bytes() + " bytes");
            progress.add(new JobProgress.Batch(1, 1, 0, List.of()));
        });
    }
}
