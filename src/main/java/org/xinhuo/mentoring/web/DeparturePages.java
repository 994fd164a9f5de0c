package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.mentoring.process.absence.DepartureProcess;
import org.xinhuo.mentoring.rights.CompanyAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Departures;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.ReaderTimes;

/** HR announces who leaves, sees who is about to, takes it back, and notes who works here again. */
@Controller
class DeparturePages {

    /** How many of those who left are listed; anybody else is named by id. */
    private static final int MOST_PAST = 30;

    private final DepartureProcess departure;
    private final Departures departures;
    private final Pairings pairings;
    private final Employees employees;
    private final MentoringRights rights;
    private final ReaderTimes times;
    private final CompanyTime companyTime;
    private final Texts texts;

    DeparturePages(
            DepartureProcess departure,
            Departures departures,
            Pairings pairings,
            Employees employees,
            MentoringRights rights,
            ReaderTimes times,
            CompanyTime companyTime,
            Texts texts) {
        this.departure = departure;
        this.departures = departures;
        this.pairings = pairings;
        this.employees = employees;
        this.rights = rights;
        this.times = times;
        this.companyTime = companyTime;
        this.texts = texts;
    }

    /**
     * Somebody who is about to leave, or has left.
     *
     * @param mentees who will look for another mentor
     */
    record Line(String id, String name, String department, String on, int mentees) {}

    @GetMapping("/departures")
    String announced(Principal principal, Locale locale, Model model) {
        expectReader(principal);
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
        model.addAttribute(
                "past",
                departures.past(MOST_PAST).stream()
                        .map(one -> new Line(one.employeeId(), one.name(), one.department(), time.day(one.on()), 0))
                        .toList());
        model.addAttribute("today", companyTime.today().toString());
        return "mentoring/departures";
    }

    @PostMapping("/departures")
    String announce(
            @RequestParam(defaultValue = "") String employeeId,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Principal principal,
            Locale locale,
            RedirectAttributes after) {
        String id = given("employeeId", employeeId);
        LocalDate day = day("on", on);
        expectReader(principal);
        Employee person = employees.get(id);
        if (!confirmed && person.leftOn() == null && !day.isAfter(companyTime.today())) {
            // Nothing of it can be undone by taking it back: whoever mistyped the day shall see what it means.
            after.addFlashAttribute(
                    "confirm",
                    Map.of(
                            "id",
                            id,
                            "on",
                            day.toString(),
                            "sentence",
                            texts.text(
                                    locale,
                                    "departures.confirm",
                                    person.name(),
                                    id,
                                    times.of(principal.getName(), locale).day(day),
                                    pairings.loads().getOrDefault(id, 0))));
            return "redirect:/departures";
        }
        departure.announce(id, day);
        return back(after, locale, "departures.said.announced", id);
    }

    @PostMapping("/departures/{id}/taken-back")
    String takeBack(@PathVariable String id, Principal person, Locale locale, RedirectAttributes after) {
        departure.takeBack(id, person.getName());
        return back(after, locale, "departures.said.takenBack", id);
    }

    @PostMapping("/departures/returns")
    String returns(
            @RequestParam(defaultValue = "") String returnedId,
            @RequestParam(defaultValue = "") String returnedOn,
            Principal person,
            Locale locale,
            RedirectAttributes after) {
        String id = given("returnedId", returnedId);
        departure.returns(id, day("returnedOn", returnedOn), person.getName());
        return back(after, locale, "departures.said.returned", id);
    }

    private void expectReader(Principal principal) {
        if (!rights.may(principal.getName(), CompanyAction.MANAGE_DEPARTURES)) {
            throw Refusal.forbidden("people.mayNotAnnounceDeparture");
        }
    }

    private static String given(String field, String value) {
        String id = value.strip();
        if (id.isEmpty()) {
            throw Refusal.invalid(field, "form.required", field);
        }
        return id;
    }

    private String back(RedirectAttributes after, Locale locale, String said, String id) {
        after.addFlashAttribute(
                "said", texts.text(locale, said, employees.get(id).name()));
        return "redirect:/departures";
    }

    private static LocalDate day(String field, String value) {
        if (value.isBlank()) {
            throw Refusal.invalid(field, "form.required", field);
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException notADay) {
            throw Refusal.invalid(field, "form.notADate", field);
        }
    }
}
