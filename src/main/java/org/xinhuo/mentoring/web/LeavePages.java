package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import org.xinhuo.mentoring.MentorLeaves;
import org.xinhuo.mentoring.MentorLeaves.MentorLeave;
import org.xinhuo.mentoring.absence.AskWhoStandsIn;
import org.xinhuo.mentoring.absence.NoteLeave;
import org.xinhuo.mentoring.rights.CompanyAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Employees;
import org.xinhuo.people.ReaderTimes;

/** A mentor notes when he is away, and sees for whom nobody stands in yet; HR does so for everybody. */
@Controller
class LeavePages {

    private final NoteLeave noteLeave;
    private final AskWhoStandsIn askWhoStandsIn;
    private final MentorLeaves leaves;
    private final MentoringRights rights;
    private final Employees employees;
    private final ReaderTimes times;
    private final CompanyTime time;
    private final Texts texts;

    LeavePages(
            NoteLeave noteLeave,
            AskWhoStandsIn askWhoStandsIn,
            MentorLeaves leaves,
            MentoringRights rights,
            Employees employees,
            ReaderTimes times,
            CompanyTime time,
            Texts texts) {
        this.noteLeave = noteLeave;
        this.askWhoStandsIn = askWhoStandsIn;
        this.leaves = leaves;
        this.rights = rights;
        this.employees = employees;
        this.times = times;
        this.time = time;
        this.texts = texts;
    }

    /** A mentee with whom nobody stands in on these days, as the reader writes them. */
    record Alone(String mentorshipId, String mentee, String from, String until) {}

    /** Days of a mentor, as the reader writes them. */
    record Line(long id, String mentorId, String mentor, String from, String until, List<Alone> alone) {}

    @GetMapping("/leaves")
    String leaves(Principal principal, Locale locale, Model model) {
        String reader = principal.getName();
        boolean ofOthers = rights.may(reader, CompanyAction.NOTE_LEAVE_OF_OTHERS);
        boolean own = rights.may(reader, CompanyAction.NOTE_OWN_LEAVE);
        if (!ofOthers && !own) {
            throw Refusal.forbidden("mentoring.absence.leaveNotYours");
        }
        ReaderTime readers = times.of(reader, locale);
        model.addAttribute("ofOthers", ofOthers);
        model.addAttribute("reader", reader);
        model.addAttribute("today", time.today().toString());
        model.addAttribute(
                "lines",
                (ofOthers ? leaves.all() : leaves.of(reader))
                        .stream().map(leave -> line(leave, readers)).toList());
        return "mentoring/leaves";
    }

    @PostMapping("/leaves")
    String note(
            @RequestParam(defaultValue = "") String mentorId,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Principal principal,
            Locale locale,
            RedirectAttributes after) {
        String mentor = mentorId.isBlank() ? principal.getName() : mentorId.strip();
        noteLeave.note(mentor, day("from", from), day("until", until), principal.getName());
        return back(after, locale, "leaves.said.noted");
    }

    @PostMapping("/leaves/{mentorId}/{leaveId}/end")
    String end(
            @PathVariable String mentorId,
            @PathVariable long leaveId,
            Principal principal,
            Locale locale,
            RedirectAttributes after) {
        noteLeave.end(mentorId, leaveId, principal.getName());
        return back(after, locale, "leaves.said.ended");
    }

    private Line line(MentorLeave leave, ReaderTime readers) {
        return new Line(
                leave.id(),
                leave.mentorId(),
                employees.get(leave.mentorId()).name(),
                readers.day(leave.firstDay()),
                readers.day(leave.lastDay()),
                askWhoStandsIn.alone(leave).stream()
                        .flatMap(pair -> pair.days().stream()
                                .map(days -> new Alone(
                                        pair.mentorship().id(),
                                        employees
                                                .get(pair.mentorship().menteeId())
                                                .name(),
                                        readers.day(days.from()),
                                        readers.day(days.until()))))
                        .toList());
    }

    private String back(RedirectAttributes after, Locale locale, String said) {
        after.addFlashAttribute("said", texts.text(locale, said));
        return "redirect:/leaves";
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
