package com.regulars.work.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.work.JobStatus;
import com.regulars.work.JobSummary;
import com.regulars.work.Jobs;
import com.regulars.work.RejectedRows;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The state of imports for the systems that started them. */
@RestController
@RequestMapping("/api/v1/imports")
@RequiredArgsConstructor
@Requires(Permission.SIGNED_IN)
class JobApi {

    private final Jobs jobs;
    private final RejectedRows rejected;

    @GetMapping("/{id}")
    ImportAnswer show(@PathVariable long id) {
        return ImportAnswer.of(jobs.get(id));
    }

    @GetMapping("/{id}/rejected")
    @ApiResponse(
            responseCode = "200",
            description = "The refused rows with their reasons",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void rejected(@PathVariable long id, HttpServletResponse response, Locale language) throws IOException {
        var file = rejected.fetch(id);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        file.writeTo(response.getOutputStream(), language);
    }

    record ImportAnswer(
            String id,
            String status,
            long total,
            long done,
            long created,
            long updated,
            long rejected,
            List<String> ignoredColumns,
            @Nullable String error) {

        static ImportAnswer of(JobSummary job) {
            return new ImportAnswer(
                    String.valueOf(job.id()),
                    job.isRunning() ? JobStatus.RUNNING.name() : job.status().name(),
                    job.total(),
                    job.done(),
                    job.created(),
                    job.updated(),
                    job.rejected(),
                    job.ignoredColumns(),
                    job.errorCode());
        }
    }
}
