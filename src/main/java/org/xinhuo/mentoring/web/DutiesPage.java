package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.coaching.DutyList;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.ReaderTimes;

/** What mentors did not do in time, over all pairs, for HR and auditors. */
@Controller
class DutiesPage {

    private static final int LINES = 100;

    private final MentoringReaders readers;
    private final DutyList duties;
    private final Employees employees;
    private final ReaderTimes times;

    DutiesPage(MentoringReaders readers, DutyList duties, Employees employees, ReaderTimes times) {
        this.readers = readers;
        this.duties = duties;
        this.employees = employees;
        this.times = times;
    }

    /** A duty with names and days as the reader writes them. */
    record Line(DutyList.Line duty, String mentor, String mentee, String dueOn) {}

    /** @param page 1 for the latest */
    @GetMapping("/duties")
    String duties(@RequestParam(defaultValue = "1") int page, Principal principal, Locale locale, Model model) {
        if (!readers.readsDutiesOfAll(principal.getName())) {
            throw Refusal.forbidden("coaching.duties.mayNotRead");
        }
        int shown = Math.max(1, Math.min(page, Integer.MAX_VALUE / LINES));
        ReaderTime time = times.of(principal.getName(), locale);
        List<DutyList.Line> found = duties.notDone("missed", LINES + 1, (shown - 1) * LINES);
        List<DutyList.Line> lines = found.subList(0, Math.min(LINES, found.size()));
        Set<String> ids = lines.stream()
                .flatMap(line -> Stream.of(line.mentorId(), line.menteeId()))
                .collect(Collectors.toSet());
        Map<String, String> names =
                employees.findAllById(ids).stream().collect(Collectors.toMap(Employee::id, Employee::name));
        model.addAttribute(
                "lines",
                lines.stream()
                        .map(line -> new Line(
                                line,
                                names.getOrDefault(line.mentorId(), line.mentorId()),
                                names.getOrDefault(line.menteeId(), line.menteeId()),
                                time.day(line.dueOn())))
                        .toList());
        model.addAttribute("page", shown);
        model.addAttribute("more", found.size() > LINES);
        return "mentoring/duties";
    }
}
