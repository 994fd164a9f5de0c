package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.log.LogReadings;

/** Who read which coaching log, for auditors' programs. */
@RestController
class LogReadingsApi {

    private static final int LARGEST_PAGE = 500;

    private final LogReadings readings;

    LogReadingsApi(LogReadings readings) {
        this.readings = readings;
    }

    /** The newest first; without a mentorship and a reader, all. */
    @GetMapping("/api/audit/log-readings")
    List<LogReadings.Reading> readings(
            @RequestParam(defaultValue = "") String mentorship,
            @RequestParam(defaultValue = "") String reader,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit,
            Principal principal) {
        if (offset < 0) {
            throw Refusal.invalid("offset", "base.wrongType", "offset");
        }
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Refusal.invalid("limit", "form.outOfRange", "limit", 1, LARGEST_PAGE);
        }
        return readings.newest(principal.getName(), mentorship, reader, offset, limit);
    }
}
