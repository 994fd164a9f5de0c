package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.library.LibraryShelf;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.coaching.AdmitGuidance;
import org.xinhuo.mentoring.coaching.AdviceSpecificity;
import org.xinhuo.mentoring.coaching.CoachingCases;
import org.xinhuo.mentoring.coaching.ConnectDepartment;
import org.xinhuo.mentoring.coaching.DutyList;
import org.xinhuo.mentoring.coaching.Guidances;
import org.xinhuo.mentoring.coaching.OptionalDuties;
import org.xinhuo.mentoring.coaching.OptionalDuty;
import org.xinhuo.mentoring.coaching.RecommendResource;
import org.xinhuo.mentoring.coaching.RecordGuidance;
import org.xinhuo.mentoring.evaluation.CoachingMethods;
import org.xinhuo.mentoring.evaluation.MentorAdvice;
import org.xinhuo.mentoring.evaluation.ShowAdvice;
import org.xinhuo.mentoring.log.LogConsent;
import org.xinhuo.mentoring.log.LogReaders;
import org.xinhuo.mentoring.process.coaching.CoachingProcess;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.RequiredCompetency;

/** The coaching of one mentorship: what the mentor owes and did, what he was advised, what may help him talk. */
@Controller
class CoachingPage {

    private static final int MOST_OF_THE_LIBRARY = 100;

    private final MentorshipFrame frame;
    private final MentoringRights rights;
    private final Mentorships mentorships;
    private final CoachingCases cases;
    private final LogConsent consent;
    private final LogReaders readers;
    private final DutyList duties;
    private final OptionalDuties optional;
    private final RecommendResource recommendResource;
    private final ConnectDepartment connectDepartment;
    private final Guidances guidances;
    private final ShowAdvice showAdvice;
    private final CoachingMethods methods;
    private final AdmitGuidance admitGuidance;
    private final CoachingProcess coaching;
    private final Employees employees;
    private final Competencies competencies;
    private final Texts texts;
    private final LibraryShelf libraryShelf;

    CoachingPage(
            MentorshipFrame frame,
            MentoringRights rights,
            Mentorships mentorships,
            CoachingCases cases,
            LogConsent consent,
            LogReaders readers,
            DutyList duties,
            OptionalDuties optional,
            RecommendResource recommendResource,
            ConnectDepartment connectDepartment,
            Guidances guidances,
            ShowAdvice showAdvice,
            CoachingMethods methods,
            AdmitGuidance admitGuidance,
            CoachingProcess coaching,
            Employees employees,
            Competencies competencies,
            Texts texts,
            LibraryShelf libraryShelf) {
        this.frame = frame;
        this.rights = rights;
        this.mentorships = mentorships;
        this.cases = cases;
        this.consent = consent;
        this.readers = readers;
        this.duties = duties;
        this.optional = optional;
        this.recommendResource = recommendResource;
        this.connectDepartment = connectDepartment;
        this.guidances = guidances;
        this.showAdvice = showAdvice;
        this.methods = methods;
        this.admitGuidance = admitGuidance;
        this.coaching = coaching;
        this.employees = employees;
        this.competencies = competencies;
        this.texts = texts;
        this.libraryShelf = libraryShelf;
    }

    /** A duty as one line: {@code note} says what became of it. */
    record DutyLine(
            String kind,
            String period,
            String state,
            @Nullable String note) {}

    /** A person to meet, by name. */
    record Meeting(
            String contact, String department, @Nullable String purpose, String on) {}

    /** A talk and what its advice lacks, by code; empty where nothing is missing. */
    record Talk(@Nullable String topic, String on, int score, List<String> lacking) {}

    /** Advice and what became of its figure. */
    record AdviceLine(
            String text,
            String on,
            String helped,
            String target,
            @Nullable String competency,
            @Nullable String before,
            @Nullable String after) {}

    @GetMapping("/mentorships/{id}/coaching")
    @Transactional(readOnly = true)
    public String coaching(@PathVariable String id, Principal principal, Locale locale, Model model) {
        Mentorship mentorship = frame.show(id, MentorshipTab.COACHING, principal, locale, model);
        ReaderTime time = (ReaderTime) Objects.requireNonNull(model.getAttribute("time"));
        Instant visibleFrom = consent.visibleFrom(mentorship, principal.getName());
        boolean words = readers.readsWords(mentorship, principal.getName());
        model.addAttribute("wordsLeftOut", !words);
        boolean underWay = cases.findByMentorshipIdAndEndedAtIsNull(id).isPresent();
        model.addAttribute(
                "duties",
                duties.of(id, visibleFrom).stream()
                        .map(line -> line(line, time))
                        .toList());
        model.addAttribute("resources", optional.resources(id, visibleFrom, words));
        model.addAttribute("connections", connections(id, visibleFrom, words, time));
        model.addAttribute("acts", rights.may(principal.getName(), mentorship, MentoringAction.GIVE_GUIDANCE));
        model.addAttribute("mayGuide", admitGuidance.isOpenTo(principal.getName(), mentorship));
        model.addAttribute("today", time.today().toString());
        boolean mayRecommend =
                underWay && rights.may(principal.getName(), mentorship, MentoringAction.RECOMMEND_RESOURCE);
        model.addAttribute("mayRecommend", mayRecommend);
        model.addAttribute("shelf", mayRecommend ? shelf(principal.getName()) : List.of());
        model.addAttribute(
                "mayConnect",
                underWay && rights.may(principal.getName(), mentorship, MentoringAction.CONNECT_DEPARTMENT));
        model.addAttribute(
                "competencies",
                competencies.modelOf(employees.get(mentorship.menteeId()).job()).stream()
                        .map(RequiredCompetency::competency)
                        .toList());
        boolean readsAdvice = rights.may(principal.getName(), mentorship, MentoringAction.READ_ADVICE);
        model.addAttribute("readsAdvice", readsAdvice);
        if (readsAdvice) {
            addAdvice(mentorship, showAdvice.to(principal.getName(), id), words, time, locale, model);
        }
        return "mentoring/coaching";
    }

    /** What this person has in the library, the latest first: the rest is recommended from the library's own page. */
    private List<LibraryShelf.Line> shelf(String personId) {
        return libraryShelf.of(personId, LibraryShelf.Part.ALL, "", 0, MOST_OF_THE_LIBRARY);
    }

    private void addAdvice(
            Mentorship mentorship, ShowAdvice.Shown shown, boolean words, ReaderTime time, Locale locale, Model model) {
        String mentorId = mentorship.mentorId();
        model.addAttribute(
                "talks",
                shown.talks().stream()
                        .map(talk -> new Talk(
                                words ? talk.topic() : null,
                                time.day(talk.heldOn()),
                                talk.specificity().score(),
                                codes(talk.specificity())))
                        .toList());
        model.addAttribute(
                "advice",
                shown.advice().stream().map(one -> line(one, time, locale)).toList());
        model.addAttribute(
                "methods", mentorId == null ? List.of() : methods.of(mentorship.menteeId(), mentorId, locale));
    }

    private DutyLine line(DutyList.Line duty, ReaderTime time) {
        String note = null;
        if (duty.madeUpOn() != null) {
            note = texts.text("coaching.duty.madeUp", time.day(duty.madeUpOn()));
        } else if (duty.doneOn() != null) {
            note = texts.text("coaching.duty.doneOn", time.day(duty.doneOn()));
        } else if (duty.escalatedOn() != null) {
            note = texts.text("coaching.duty.hrKnows", time.day(duty.escalatedOn()));
        } else if (duty.remindedOn() != null) {
            note = texts.text("coaching.duty.reminded", time.day(duty.remindedOn()));
        }
        return new DutyLine(
                duty.kind(),
                texts.text("coaching.duty.period", time.day(duty.periodStart()), time.day(duty.dueOn())),
                duty.state(),
                note);
    }

    private List<Meeting> connections(String id, Instant visibleFrom, boolean words, ReaderTime time) {
        return optional.connections(id, visibleFrom, words).stream()
                .map(one -> new Meeting(
                        employees.findById(one.contactId()).map(Employee::name).orElse(one.contactId()),
                        one.department(),
                        one.purpose(),
                        time.day(one.givenAt().atZone(time.zone()).toLocalDate())))
                .toList();
    }

    private static AdviceLine line(MentorAdvice advice, ReaderTime time, Locale locale) {
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(2);
        return new AdviceLine(
                advice.text(locale),
                time.day(advice.givenAt().atZone(time.zone()).toLocalDate()),
                advice.helped().replace(' ', '-'),
                advice.target(),
                advice.competency(),
                advice.before() == null ? null : number.format(advice.before()),
                advice.after() == null ? null : number.format(advice.after()));
    }

    private static List<String> codes(AdviceSpecificity specificity) {
        return specificity.lacking().stream().map(part -> part.code()).toList();
    }

    /** What a text would lack as advice, while it is being written; nothing is stored. */
    @PostMapping("/mentorships/{id}/coaching/specificity")
    String specificity(
            @PathVariable String id, @RequestParam(defaultValue = "") String advice, Principal principal, Model model) {
        Mentorship mentorship = mentorships.get(id);
        rights.check(principal.getName(), mentorship, MentoringAction.GIVE_GUIDANCE);
        String text = advice.length() > 4000 ? advice.substring(0, 4000) : advice;
        var specificity = guidances.specificityFor(mentorship.menteeId(), text);
        model.addAttribute("typed", Map.of("advice", text));
        model.addAttribute("score", specificity.score());
        model.addAttribute("lacking", codes(specificity));
        return "mentoring/coaching :: specificity";
    }

    @PostMapping("/mentorships/{id}/coaching/guidance")
    String guidance(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String question,
            @RequestParam(required = false) @Nullable String advice,
            @RequestParam(required = false) @Nullable String minutes,
            @RequestParam(required = false) @Nullable String method,
            @RequestParam(required = false) @Nullable String heldOn,
            Principal principal,
            RedirectAttributes after) {
        admitGuidance.expectMentor(id, principal.getName());
        coaching.giveGuidance(
                id,
                principal.getName(),
                RecordGuidance.Guidance.of(topic, question, advice, number(minutes), method, day(heldOn)));
        after.addFlashAttribute("said", texts.text("coaching.guidance.done"));
        return "redirect:/mentorships/" + id + "/coaching";
    }

    private static @Nullable Integer number(@Nullable String minutes) {
        if (minutes == null || minutes.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(minutes.strip());
        } catch (NumberFormatException noNumber) {
            throw Refusal.invalid("minutes", "form.notAnInteger", "minutes");
        }
    }

    private static @Nullable LocalDate day(@Nullable String heldOn) {
        if (heldOn == null || heldOn.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(heldOn.strip());
        } catch (DateTimeParseException noDay) {
            throw Refusal.invalid("heldOn", "form.notADate", "heldOn");
        }
    }

    @PostMapping("/mentorships/{id}/coaching/" + OptionalDuty.RECOMMEND_RESOURCE)
    String recommend(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String link,
            @RequestParam(required = false) @Nullable String resourceId,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String competency,
            Principal principal,
            RedirectAttributes after) {
        recommendResource.recommend(id, principal.getName(), title, link, resourceId, reason, competency);
        after.addFlashAttribute("said", texts.text("coaching.resource.done"));
        return "redirect:/mentorships/" + id + "/coaching";
    }

    @PostMapping("/mentorships/{id}/coaching/" + OptionalDuty.CONNECT_DEPARTMENT)
    String connect(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String contactId,
            @RequestParam(required = false) @Nullable String purpose,
            Principal principal,
            RedirectAttributes after) {
        connectDepartment.connect(id, principal.getName(), contactId, purpose);
        after.addFlashAttribute("said", texts.text("coaching.connection.done"));
        return "redirect:/mentorships/" + id + "/coaching";
    }
}
