package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.absence.PauseCalendar;
import org.xinhuo.mentoring.log.LogConsent;
import org.xinhuo.mentoring.log.LogReaders;
import org.xinhuo.mentoring.plan.AgreedPauses;
import org.xinhuo.mentoring.plan.MarkAction;
import org.xinhuo.mentoring.plan.MeasureExecution;
import org.xinhuo.mentoring.plan.PlanDiff;
import org.xinhuo.mentoring.plan.PlanDiffWords;
import org.xinhuo.mentoring.plan.PlanHistory;
import org.xinhuo.mentoring.plan.PlanStanding;
import org.xinhuo.mentoring.plan.PlanVersion;
import org.xinhuo.mentoring.process.PlanChangeProcess;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** The plan of one mentorship: what holds, what is done, all versions, and what distinguishes any two of them. */
@Controller
class PlanPage {

    private final MentorshipFrame frame;
    private final MentoringRights rights;
    private final LogConsent consent;
    private final LogReaders readers;
    private final PlanHistory history;
    private final AgreedPauses agreedPauses;
    private final MeasureExecution measureExecution;
    private final PlanDiffWords words;
    private final PlanChangeProcess changes;
    private final MarkAction markAction;
    private final Employees employees;
    private final CompanyTime company;
    private final Texts texts;

    PlanPage(
            MentorshipFrame frame,
            MentoringRights rights,
            LogConsent consent,
            LogReaders readers,
            PlanHistory history,
            AgreedPauses agreedPauses,
            MeasureExecution measureExecution,
            PlanDiffWords words,
            PlanChangeProcess changes,
            MarkAction markAction,
            Employees employees,
            CompanyTime company,
            Texts texts) {
        this.frame = frame;
        this.rights = rights;
        this.consent = consent;
        this.readers = readers;
        this.history = history;
        this.agreedPauses = agreedPauses;
        this.measureExecution = measureExecution;
        this.words = words;
        this.changes = changes;
        this.markAction = markAction;
        this.employees = employees;
        this.company = company;
        this.texts = texts;
    }

    /** @param state done, late or open, as {@code plan.action.*} says it */
    record Action(
            long id,
            String title,
            String dueOn,
            String state,
            @Nullable String doneOn) {}

    record Goal(String competency, String target, List<Action> actions) {}

    /** The plan in force, as the reader writes days and numbers. */
    record InForce(int version, String hash, String endOn, int sessionsPerMonth, List<Goal> goals) {}

    /** @param text who answered what, as one sentence */
    record Answer(String text, String at, @Nullable String request) {}

    /** @param state a code of {@code plan.version.*} */
    record Version(int version, String hash, String state, String by, String at, String endOn, List<Answer> answers) {}

    /** What distinguishes two versions; {@code lines} is empty where nothing does. */
    record Difference(int from, int to, List<PlanDiffWords.Line> lines) {}

    @GetMapping("/mentorships/{id}/plan")
    @Transactional(readOnly = true)
    public String plan(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Principal principal,
            Locale locale,
            Model model) {
        Mentorship mentorship = frame.show(id, MentorshipTab.PLAN, principal, locale, model);
        rights.check(principal.getName(), mentorship, MentoringAction.READ_PLAN);
        ReaderTime time = (ReaderTime) model.getAttribute("time");
        if (time == null) {
            throw new IllegalStateException("the frame shows no time");
        }
        PlanStanding negotiated = history.standing(id);
        PlanStanding standing = changes.isMediated(id) ? negotiated.mediated() : negotiated;
        Instant visibleFrom = consent.visibleFrom(mentorship, principal.getName());
        List<PlanHistory.Entry> entries = history.of(id, visibleFrom);
        PauseCalendar pauses = agreedPauses.of(id);
        model.addAttribute("standing", sentence(standing, locale));
        model.addAttribute(
                "inForce", inForce(standing.inForce(), pauses, measureExecution.lastDay(mentorship), time, locale));
        model.addAttribute("execution", execution(id, standing.inForce(), locale));
        boolean words = readers.readsWords(mentorship, principal.getName());
        model.addAttribute("wordsLeftOut", !words);
        model.addAttribute("versions", versions(entries, words, time));
        model.addAttribute("difference", difference(id, entries, standing, from, to, visibleFrom));
        model.addAttribute("mayMark", rights.may(principal.getName(), mentorship, MentoringAction.MARK_ACTION));
        model.addAttribute(
                "mayAsk",
                mentorship.state() == Mentorship.State.COACHING
                        && !standing.isNegotiated()
                        && rights.may(principal.getName(), mentorship, MentoringAction.REQUEST_PLAN_CHANGE));
        return "mentoring/plan";
    }

    @PostMapping("/mentorships/{id}/plan/actions/{actionId}")
    String mark(
            @PathVariable String id,
            @PathVariable long actionId,
            @RequestParam boolean done,
            Principal principal,
            RedirectAttributes after) {
        return after(
                id,
                after,
                done ? "plan.action.marked" : "plan.action.unmarked",
                () -> markAction.mark(id, actionId, principal.getName(), done));
    }

    @PostMapping("/mentorships/{id}/plan/changes")
    String change(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String request,
            Principal principal,
            RedirectAttributes after) {
        rights.check(principal.getName(), id, MentoringAction.REQUEST_PLAN_CHANGE);
        return after(
                id,
                after,
                "plan.change.asked",
                () -> changes.request(id, principal.getName(), PlanVersionsApi.checked(request)));
    }

    private String after(String id, RedirectAttributes after, String saidCode, Runnable work) {
        work.run();
        after.addFlashAttribute("said", texts.text(saidCode));
        after.addAttribute("id", id);
        return "redirect:/mentorships/{id}/plan";
    }

    private String sentence(PlanStanding standing, Locale locale) {
        PlanVersion inForce = standing.inForce();
        PlanVersion proposed = standing.proposed();
        String holds = inForce == null
                ? texts.text(locale, "plan.standing.none")
                : texts.text(locale, "plan.standing.inForce", String.valueOf(inForce.version()));
        if (!standing.isNegotiated()) {
            return holds;
        }
        String waits = texts.text(
                locale,
                "plan.standing." + standing.waiting().name().toLowerCase(Locale.ROOT)
                        + (proposed == null ? ".first" : ""),
                proposed == null ? "" : String.valueOf(proposed.version()));
        return texts.text(locale, "plan.standing.both", holds, waits);
    }

    private @Nullable InForce inForce(
            @Nullable PlanVersion version, PauseCalendar pauses, LocalDate lastDay, ReaderTime time, Locale locale) {
        if (version == null) {
            return null;
        }
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        LocalDate today = company.today();
        return new InForce(
                version.version(),
                version.shortHash(),
                time.day(pauses.moved(version.endOn(), today)),
                version.sessionsPerMonth(),
                version.goals().stream()
                        .map(goal -> new Goal(
                                goal.competency(),
                                number.format(goal.targetLevel()),
                                goal.actions().stream()
                                        .map(action ->
                                                action(action, pauses.moved(action.dueOn(), today), lastDay, time))
                                        .toList()))
                        .toList());
    }

    /** @param lastDay today, or when the mentorship ended: nothing is late that was not due by then */
    private static Action action(PlanVersion.Action action, LocalDate dueOn, LocalDate lastDay, ReaderTime time) {
        LocalDate doneOn = action.doneOn();
        String state = doneOn != null ? "done" : dueOn.isBefore(lastDay) ? "late" : "open";
        return new Action(
                action.id(), action.title(), time.day(dueOn), state, doneOn == null ? null : time.day(doneOn));
    }

    private @Nullable String execution(String id, @Nullable PlanVersion version, Locale locale) {
        if (version == null) {
            return null;
        }
        PlanVersion.Execution execution = measureExecution.of(id);
        if (execution.due() == 0) {
            return texts.text(locale, "plan.execution.none");
        }
        String rate = NumberFormat.getPercentInstance(locale).format((double) execution.onTime() / execution.due());
        return texts.text(locale, "plan.execution.rate", rate, execution.onTime(), execution.due());
    }

    private List<Version> versions(List<PlanHistory.Entry> entries, boolean words, ReaderTime time) {
        Map<String, String> names = employees
                .findAllById(entries.stream()
                        .flatMap(entry -> Stream.concat(
                                Stream.of(entry.version().createdBy()),
                                entry.version().answers().stream().map(PlanVersion.Answer::personId)))
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Employee::id, Employee::name));
        Function<String, String> name = id -> names.getOrDefault(id, id);
        return entries.stream().map(entry -> version(entry, words, name, time)).toList();
    }

    private Version version(PlanHistory.Entry entry, boolean words, Function<String, String> name, ReaderTime time) {
        PlanVersion version = entry.version();
        return new Version(
                version.version(),
                version.shortHash(),
                entry.state().code(),
                name.apply(version.createdBy()),
                time.moment(version.createdAt()),
                time.day(version.endOn()),
                version.answers().stream()
                        .map(answer -> new Answer(
                                texts.text(
                                        answer.agreed() ? "plan.answer.agreed" : "plan.answer.asked",
                                        name.apply(answer.personId())),
                                time.moment(answer.answeredAt()),
                                words ? answer.changeRequest() : null))
                        .toList());
    }

    /** Unless the reader chose two: what is proposed against what is in force, else the newest two. */
    private @Nullable Difference difference(
            String id,
            List<PlanHistory.Entry> entries,
            PlanStanding standing,
            @Nullable Integer from,
            @Nullable Integer to,
            Instant visibleFrom) {
        if (entries.size() < 2) {
            return null;
        }
        PlanVersion inForce = standing.inForce();
        int newest = entries.get(0).version().version();
        int before = standing.proposed() == null || inForce == null
                ? entries.get(1).version().version()
                : inForce.version();
        int later = to == null ? newest : to;
        int earlier = from == null ? before : from;
        PlanDiff diff = history.between(id, earlier, later, visibleFrom);
        return new Difference(earlier, later, words.of(diff));
    }
}
