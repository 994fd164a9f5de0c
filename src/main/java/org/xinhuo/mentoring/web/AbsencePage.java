package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.process.AbsenceProcess;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.mentoring.process.absence.SubstitutionProcess;
import org.xinhuo.mentoring.rights.MentoringAction;

/** The buttons about pauses, substitutes and a change on the overview of a mentorship. */
@Controller
class AbsencePage {

    private final AbsenceProcess absence;
    private final SubstitutionProcess substitution;
    private final MentoringProcess mentoring;
    private final Texts texts;

    AbsencePage(AbsenceProcess absence, SubstitutionProcess substitution, MentoringProcess mentoring, Texts texts) {
        this.absence = absence;
        this.substitution = substitution;
        this.mentoring = mentoring;
        this.texts = texts;
    }

    @PostMapping("/mentorships/{id}/pause")
    String pause(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            Locale locale,
            RedirectAttributes after) {
        absence.expect(id, person.getName(), MentoringAction.PAUSE_MENTORSHIP);
        absence.pause(id, person.getName(), day("until", until), reason);
        return back(id, after, texts.text(locale, "mentoring.absence.said.paused"));
    }

    @PostMapping("/mentorships/{id}/resume")
    String resume(@PathVariable String id, Principal person, Locale locale, RedirectAttributes after) {
        absence.resume(id, person.getName());
        return back(id, after, texts.text(locale, "mentoring.absence.said.resumed"));
    }

    @PostMapping("/mentorships/{id}/substitute")
    String substitute(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String mentorId,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Principal person,
            Locale locale,
            RedirectAttributes after) {
        absence.expect(id, person.getName(), MentoringAction.NAME_SUBSTITUTE);
        if (mentorId.isBlank()) {
            throw Refusal.invalid("mentorId", "form.required", "mentorId");
        }
        absence.nameSubstitute(id, person.getName(), mentorId, required("from", from), required("until", until));
        return back(id, after, texts.text(locale, "mentoring.absence.said.substituteNamed"));
    }

    @PostMapping("/mentorships/{id}/substitute/end")
    String endSubstitution(@PathVariable String id, Principal person, Locale locale, RedirectAttributes after) {
        substitution.end(id, person.getName());
        return back(id, after, texts.text(locale, "mentoring.absence.said.substituteEnded"));
    }

    /** Whoever asked may not read the mentorship any more, and so goes home. */
    @PostMapping("/mentorships/{id}/change")
    String change(@PathVariable String id, Principal person, Locale locale, RedirectAttributes after) {
        mentoring.requestRematch(id, person.getName());
        after.addFlashAttribute("said", texts.text(locale, "mentoring.absence.said.changed"));
        return "redirect:/";
    }

    @PostMapping("/mentorships/{id}/graduation")
    String graduation(@PathVariable String id, Principal person, Locale locale, RedirectAttributes after) {
        mentoring.requestGraduation(id, person.getName());
        return back(id, after, texts.text(locale, "mentoring.absence.said.graduation"));
    }

    @PostMapping("/mentorships/{id}/withdrawal")
    String withdraw(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            Locale locale,
            RedirectAttributes after) {
        mentoring.withdraw(id, person.getName(), reason);
        return back(id, after, texts.text(locale, "mentoring.absence.said.withdrawn"));
    }

    @PostMapping("/mentorships/{id}/how-it-goes")
    String howItGoes(
            @PathVariable String id,
            @RequestParam String answer,
            Principal person,
            Locale locale,
            RedirectAttributes after) {
        absence.sayHowItGoes(id, person.getName(), answer);
        after.addFlashAttribute("said", texts.text(locale, "mentoring.absence.said.answered"));
        return "redirect:/";
    }

    private static String back(String id, RedirectAttributes after, String said) {
        after.addFlashAttribute("said", said);
        after.addAttribute("id", id);
        return "redirect:/mentorships/{id}";
    }

    private static LocalDate required(String field, String value) {
        LocalDate day = day(field, value);
        if (day == null) {
            throw Refusal.invalid(field, "form.required", field);
        }
        return day;
    }

    private static @Nullable LocalDate day(String field, String value) {
        try {
            return value.isBlank() ? null : LocalDate.parse(value);
        } catch (DateTimeException notADay) {
            throw Refusal.invalid(field, "form.notADate", field);
        }
    }
}
