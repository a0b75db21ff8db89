package com.regulars.work;

import com.regulars.audit.AuditLog;
import com.regulars.shared.RefusedException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work of a job on many things, each in a transaction of its own: one that fails is logged, audited and kept among the
 * refused rows of the job with its reason, and the next one is gone on with.
 */
@Slf4j
@Component
@RequiredArgsConstructor
public class JobItems {

    private final TransactionTemplate transaction;
    private final AuditLog audit;

    /**
     * @param what one word for the things, which heads the file of those that failed
     * @param name what to show of a thing, already masked
     * @param work true when it changed something
     */
    public <T> void each(
            JobProgress progress, String what, List<T> things, Function<T, String> name, Predicate<T> work) {
        progress.columns(List.of(what), List.of());
        progress.expect(things.size());
        for (int i = 0; i < things.size(); i++) {
            progress.stopIfCancelled();
            T thing = things.get(i);
            try {
                transaction.executeWithoutResult(status -> {
                    int changed = work.test(thing) ? 1 : 0;
                    progress.add(new JobProgress.Batch(1, 0, changed, List.of()));
                });
            } catch (JobLostException | JobCancelledException over) {
                throw over;
            } catch (RuntimeException failed) {
                keep(progress, what, i + 1, name.apply(thing), failed);
            }
        }
    }

    private void keep(JobProgress progress, String what, int line, String name, RuntimeException failed) {
        log.error("Job {}: {} {} failed", progress.jobId(), what, name, failed);
        var row = failed instanceof RefusedException refused
                ? row(line, name, refused)
                : row(line, name, new RefusedException("JOB_ITEM_BROKE"));
        transaction.executeWithoutResult(status -> {
            audit.record("job.itemFailed", what, name, "job " + progress.jobId() + ": " + failed.getMessage());
            progress.add(new JobProgress.Batch(1, 0, 0, List.of(row)));
        });
    }

    private static RejectedRow row(int line, String name, RefusedException reason) {
        var args = reason.getArgs().stream().map(String::valueOf).toList();
        return new RejectedRow(line, List.of(name), null, "refused." + reason.getCode(), args);
    }
}
