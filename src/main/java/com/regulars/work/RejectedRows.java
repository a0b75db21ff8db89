package com.regulars.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** The rows an import refused, as a CSV file with their line and reason: to be mended and sent again. */
@Service
@RequiredArgsConstructor
public class RejectedRows {

    private final Jobs jobs;
    private final JobQueries queries;
    private final MessageSource messages;

    /**
     * Writes the file.
     *
     * @param language in which the reasons are given
     * @throws com.regulars.shared.NotFoundException when the actor may not see the job
     */
    public void write(long jobId, Writer out, Locale language) throws IOException {
        var job = jobs.visible(jobId);
        try (var csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            List<String> header = new ArrayList<>(job.columns());
            header.add("line");
            header.add("reason");
            csv.printRecord(header);
            queries.readRejected(jobId, row -> print(csv, row, job.columns().size(), language));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private void print(CSVPrinter csv, RejectedRow row, int columns, Locale language) {
        List<String> values =
                new ArrayList<>(row.values().stream().map(CsvText::guarded).toList());
        while (values.size() < columns) {
            values.add("");
        }
        values.subList(columns, values.size()).clear();
        values.add(String.valueOf(row.line()));
        values.add(reason(row, language));
        try {
            csv.printRecord(values);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String reason(RejectedRow row, Locale language) {
        String text = messages.getMessage(row.reasonKey(), row.reasonArgs().toArray(), row.reasonKey(), language);
        return row.field() == null || row.field().isEmpty() ? String.valueOf(text) : row.field() + ": " + text;
    }
}
