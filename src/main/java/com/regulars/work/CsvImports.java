package com.regulars.work;

import com.regulars.audit.AuditLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports CSV files as jobs: in UTF-8 or GB18030, in batches of a thousand rows, however large the file. A row with one
 * unreadable value is refused whole and kept with its reason.
 */
@Service
@RequiredArgsConstructor
public class CsvImports {

    private final Jobs jobs;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    /**
     * Takes a file and starts to import it.
     *
     * @param kind the word of the job
     * @param content the file; read to its end before this returns
     * @param rules made anew for the run
     * @return the job's id
     */
    public <R> long start(String kind, InputStream content, String fileName, Supplier<? extends CsvImport<R>> rules) {
        Path file = spool(content);
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                long id = jobs.start(kind, fileName, progress -> run(file, rules.get(), progress));
                audit.record("job.importStarted", "job", id, kind + " " + fileName);
                return id;
            }));
        } catch (RuntimeException notStarted) {
            delete(file);
            throw notStarted;
        }
    }

    private <R> void run(Path file, CsvImport<R> rules, JobProgress progress) throws IOException {
        try {
            new ImportRun<>(rules, progress, transaction).run(file);
        } finally {
            delete(file);
        }
    }

    private static Path spool(InputStream content) {
        try {
            Path file = Files.createTempFile("regulars-import-", ".csv");
            file.toFile().deleteOnExit();
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
