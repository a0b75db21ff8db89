package com.regulars.settlement.report;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.shift.Shifts;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The report of a shift for other systems. */
@RestController
@RequestMapping("/api/v1/shifts")
@Requires(Permission.BILL_READ)
@RequiredArgsConstructor
class ShiftReportApi {

    private final ShiftReports reports;

    @GetMapping("/{id}/report")
    ReportAnswer report(@PathVariable String id) {
        return ReportAnswer.of(reports.get(Shifts.parse(id)));
    }
}
