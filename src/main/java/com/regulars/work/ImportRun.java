package com.regulars.work;

import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

/** One file on its way in: batches of rows, each batch one transaction together with the counts of the job. */
final class ImportRun<R> {

    private static final int BATCH = 1000;
    private static final int ATTEMPTS = 3;

    private final CsvImport<R> rules;
    private final JobProgress progress;
    private final TransactionTemplate transaction;

    private final List<CsvRow> sources = new ArrayList<>();
    private final List<R> rows = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final List<RejectedRow> rejected = new ArrayList<>();

    ImportRun(CsvImport<R> rules, JobProgress progress, TransactionTemplate transaction) {
        this.rules = rules;
        this.progress = progress;
        this.transaction = transaction;
    }

    void run(Path path) throws IOException {
        try (CsvFile file = CsvFile.open(path)) {
            checkColumns(file.columns());
            progress.expect(file.expectedRows());
            for (var read = file.next(); read != null; read = file.next()) {
                take(read);
            }
            flush();
        }
    }

    private void checkColumns(List<String> columns) {
        for (String needed : rules.requiredColumns()) {
            if (!columns.contains(needed)) {
                throw new RefusedException("IMPORT_COLUMN_MISSING", needed);
            }
        }
        progress.columns(
                columns,
                columns.stream()
                        .filter(column -> !rules.columns().contains(column))
                        .toList());
    }

    private void take(CsvFile.Read read) {
        if (sources.size() + rejected.size() >= BATCH) {
            flush();
        }
        if (read.problem() != null) {
            rejected.add(rejectedRow(read.row(), read.problem()));
            return;
        }
        try {
            add(read.row(), rules.read(read.row()));
        } catch (InvalidFieldException | RefusedException unreadable) {
            rejected.add(rejectedRow(read.row(), unreadable));
        }
    }

    private void add(CsvRow source, R row) {
        var own = rules.keys(row);
        if (own.stream().anyMatch(keys::contains)) {
            flush();
        }
        keys.addAll(own);
        sources.add(source);
        rows.add(row);
    }

    private void flush() {
        progress.stopIfCancelled();
        try {
            writeRetrying(List.copyOf(sources), List.copyOf(rows), List.copyOf(rejected));
        } catch (DataIntegrityViolationException clash) {
            writeOneByOne();
        }
        sources.clear();
        rows.clear();
        keys.clear();
        rejected.clear();
    }

    /** Somebody else wrote the same customers meanwhile: each row on its own, so that only those that clash are refused. */
    private void writeOneByOne() {
        writeRetrying(List.of(), List.of(), List.copyOf(rejected));
        for (int i = 0; i < rows.size(); i++) {
            CsvRow source = sources.get(i);
            try {
                writeRetrying(List.of(source), List.of(rows.get(i)), List.of());
            } catch (DataIntegrityViolationException clash) {
                var refusal = rejectedRow(source, new RefusedException("IMPORT_CLASH"));
                progress.add(new JobProgress.Batch(1, 0, 0, List.of(refusal)));
            }
        }
    }

    private void writeRetrying(List<CsvRow> from, List<R> batch, List<RejectedRow> unreadable) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> write(from, batch, unreadable));
                return;
            } catch (ConcurrencyFailureException busy) {
                if (attempt == ATTEMPTS) {
                    throw busy;
                }
            }
        }
    }

    private void write(List<CsvRow> from, List<R> batch, List<RejectedRow> unreadable) {
        List<RejectedRow> refused = new ArrayList<>(unreadable);
        long created = 0;
        long updated = 0;
        if (!batch.isEmpty()) {
            var written = rules.write(batch);
            created = written.created();
            updated = written.updated();
            written.refused().forEach(row -> refused.add(rejectedRow(from.get(row.index()), row.reason())));
        }
        progress.add(new JobProgress.Batch(batch.size() + unreadable.size(), created, updated, refused));
    }

    private static RejectedRow rejectedRow(CsvRow row, RuntimeException reason) {
        return switch (reason) {
            case InvalidFieldException field ->
                new RejectedRow(
                        row.line(),
                        row.values(),
                        field.getField(),
                        "invalid." + field.getCode(),
                        strings(List.of(field.getArgs())));
            case RefusedException rule ->
                new RejectedRow(row.line(), row.values(), null, "refused." + rule.getCode(), strings(rule.getArgs()));
            default -> throw reason;
        };
    }

    private static List<String> strings(List<Object> args) {
        return args.stream().map(String::valueOf).toList();
    }
}
