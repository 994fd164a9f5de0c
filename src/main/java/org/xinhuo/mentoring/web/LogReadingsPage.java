package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.mentoring.log.LogReadings;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.ReaderTimes;

/** Who read which coaching log, when and why; one of the auditor's pages. */
@Controller
class LogReadingsPage {

    private static final int ON_A_PAGE = 50;

    private final LogReadings readings;
    private final Employees employees;
    private final ReaderTimes times;

    LogReadingsPage(LogReadings readings, Employees employees, ReaderTimes times) {
        this.readings = readings;
        this.employees = employees;
        this.times = times;
    }

    /** A reading with names and moments as the reader of this page writes them. */
    record Line(
            String at,
            String reader,
            String readerId,
            String as,
            @Nullable String reason,
            String mentorshipId) {}

    /** @param page 1 for the newest */
    @GetMapping("/audit/log-readings")
    String readings(
            @RequestParam(defaultValue = "") String mentorship,
            @RequestParam(defaultValue = "") String reader,
            @RequestParam(defaultValue = "1") int page,
            Principal principal,
            Locale locale,
            Model model) {
        int from = (Math.min(Math.max(page, 1), 10_000) - 1) * ON_A_PAGE;
        List<LogReadings.Reading> found = readings.newest(principal.getName(), mentorship, reader, from, ON_A_PAGE + 1);
        List<LogReadings.Reading> shown = found.subList(0, Math.min(found.size(), ON_A_PAGE));
        ReaderTime time = times.of(principal.getName(), locale);
        Map<String, String> names =
                employees
                        .findAllById(shown.stream()
                                .map(LogReadings.Reading::readerId)
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Employee::id, Employee::name));
        model.addAttribute(
                "readings",
                shown.stream()
                        .map(one -> new Line(
                                time.exactMoment(one.at()),
                                names.getOrDefault(one.readerId(), one.readerId()),
                                one.readerId(),
                                one.as(),
                                one.reason(),
                                one.mentorshipId()))
                        .toList());
        model.addAttribute("mentorship", mentorship);
        model.addAttribute("reader", reader);
        model.addAttribute("page", from / ON_A_PAGE + 1);
        model.addAttribute("more", found.size() > ON_A_PAGE);
        return "mentoring/log-readings";
    }
}
