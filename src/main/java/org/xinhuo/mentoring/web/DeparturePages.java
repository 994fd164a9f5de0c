package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.mentoring.process.absence.DepartureProcess;
import org.xinhuo.people.Departures;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;
import org.xinhuo.people.ReaderTimes;

/** HR announces who leaves, sees who is about to, and takes it back. */
@Controller
class DeparturePages {

    private static final Set<String> READERS = Set.of("hr", "camunda-admin");

    private final DepartureProcess departure;
    private final Departures departures;
    private final Pairings pairings;
    private final Employees employees;
    private final Groups groups;
    private final ReaderTimes times;
    private final Texts texts;

    DeparturePages(
            DepartureProcess departure,
            Departures departures,
            Pairings pairings,
            Employees employees,
            Groups groups,
            ReaderTimes times,
            Texts texts) {
        this.departure = departure;
        this.departures = departures;
        this.pairings = pairings;
        this.employees = employees;
        this.groups = groups;
        this.times = times;
        this.texts = texts;
    }

    /**
     * Somebody who is about to leave.
     *
     * @param mentees who will look for another mentor
     */
    record Line(String id, String name, String department, String on, int mentees) {}

    @GetMapping("/departures")
    String announced(Principal principal, Locale locale, Model model) {
        if (groups.of(principal.getName()).stream().noneMatch(READERS::contains)) {
            throw Refusal.forbidden("people.mayNotAnnounceDeparture");
        }
        ReaderTime time = times.of(principal.getName(), locale);
        Map<String, Integer> loads = pairings.loads();
        List<Line> lines = departures.announced().stream()
                .map(one -> new Line(
                        one.employeeId(),
                        one.name(),
                        one.department(),
                        time.day(one.on()),
                        loads.getOrDefault(one.employeeId(), 0)))
                .toList();
        model.addAttribute("lines", lines);
        return "mentoring/departures";
    }

    @PostMapping("/departures")
    String announce(
            @RequestParam(defaultValue = "") String employeeId,
            @RequestParam(defaultValue = "") String on,
            Locale locale,
            RedirectAttributes after) {
        String id = employeeId.strip();
        if (id.isEmpty()) {
            throw Refusal.invalid("employeeId", "form.required", "employeeId");
        }
        departure.announce(id, day(on));
        return back(after, locale, "departures.said.announced", id);
    }

    @PostMapping("/departures/{id}/taken-back")
    String takeBack(@PathVariable String id, Principal person, Locale locale, RedirectAttributes after) {
        departure.takeBack(id, person.getName());
        return back(after, locale, "departures.said.takenBack", id);
    }

    private String back(RedirectAttributes after, Locale locale, String said, String id) {
        after.addFlashAttribute(
                "said", texts.text(locale, said, employees.get(id).name()));
        return "redirect:/departures";
    }

    private static LocalDate day(String value) {
        if (value.isBlank()) {
            throw Refusal.invalid("on", "form.required", "on");
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException notADay) {
            throw Refusal.invalid("on", "form.notADate", "on");
        }
    }
}
