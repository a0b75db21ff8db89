package com.regulars.work;

import com.regulars.access.CurrentActor;
import com.regulars.audit.AuditLog;
import com.regulars.work.JobQueries.StoredJob;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rows a job refused, as a CSV file with their line and reason: to be mended and sent again. */
@Service
@RequiredArgsConstructor
public class RejectedRows {

    private static final int READ_AT_ONCE = 500;

    private final Jobs jobs;
    private final JobQueries queries;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final MessageSource messages;

    /** A file that may be fetched. */
    public final class Download {

        private final StoredJob job;

        private Download(StoredJob job) {
            this.job = job;
        }

        /**
         * Writes the file. However slowly it is taken, no connection of the database waits for it; when it is no longer
         * taken at all, this ends with the exception that says so.
         *
         * @param language in which the reasons are given
         */
        public void writeTo(OutputStream out, Locale language) throws IOException {
            var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
                csv.printRecord(header());
                long line = -1;
                var rows = queries.rejectedBehind(line, id(), READ_AT_ONCE);
                while (!rows.isEmpty()) {
                    for (RejectedRow row : rows) {
                        csv.printRecord(line(row, job.columns().size(), language));
                    }
                    line = rows.getLast().line();
                    rows = queries.rejectedBehind(line, id(), READ_AT_ONCE);
                }
            }
        }

        private long id() {
            return job.summary().id();
        }

        private List<String> header() {
            List<String> header =
                    new ArrayList<>(job.columns().stream().map(CsvText::guarded).toList());
            header.add("line");
            header.add("reason");
            return header;
        }
    }

    /**
     * The file of a job, and a line in the audit log that it was fetched.
     *
     * @throws com.regulars.shared.NotFoundException when the actor may not see the job
     */
    @Transactional
    public Download fetch(long jobId) {
        var job = jobs.visible(jobId);
        if (!job.isOf(currentActor.get())) {
            currentActor.require(job.revealedTo());
        }
        var summary = job.summary();
        audit.record(
                "job.rejectedFetched",
                "job",
                jobId,
                "%s %s: %d".formatted(summary.kind(), summary.title(), summary.rejected()));
        return new Download(job);
    }

    private List<String> line(RejectedRow row, int columns, Locale language) {
        List<String> values =
                new ArrayList<>(row.values().stream().map(CsvText::guarded).toList());
        while (values.size() < columns) {
            values.add("");
        }
        values.subList(columns, values.size()).clear();
        values.add(String.valueOf(row.line()));
        values.add(CsvText.guarded(reason(row, language)));
        return values;
    }

    private String reason(RejectedRow row, Locale language) {
        String text = messages.getMessage(row.reasonKey(), row.reasonArgs().toArray(), row.reasonKey(), language);
        return row.field() == null || row.field().isEmpty() ? String.valueOf(text) : row.field() + ": " + text;
    }
}
