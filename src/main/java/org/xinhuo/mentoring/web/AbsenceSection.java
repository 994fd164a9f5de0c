package org.xinhuo.mentoring.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Texts;
import org.xinhuo.inbox.TaskInbox;
import org.xinhuo.mentoring.MentorLeaves;
import org.xinhuo.mentoring.MentorLeaves.MentorLeave;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Substitutions;
import org.xinhuo.mentoring.Substitutions.Away;
import org.xinhuo.mentoring.absence.AskWhoStandsIn;
import org.xinhuo.mentoring.absence.Pauses;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Mentor;
import org.xinhuo.people.Mentors;

/** What the overview of a mentorship says and offers about pauses, substitutes and a change. */
@Component
class AbsenceSection {

    private static final int TASKS_LOOKED_AT = 50;

    private final Pauses pauses;
    private final Substitutions substitutions;
    private final MentorLeaves leaves;
    private final Texts texts;
    private final MentoringRights rights;
    private final Employees employees;
    private final Mentors mentors;
    private final TaskInbox inbox;
    private final AskWhoStandsIn askWhoStandsIn;

    AbsenceSection(
            Pauses pauses,
            Substitutions substitutions,
            MentorLeaves leaves,
            Texts texts,
            MentoringRights rights,
            Employees employees,
            Mentors mentors,
            TaskInbox inbox,
            AskWhoStandsIn askWhoStandsIn) {
        this.pauses = pauses;
        this.substitutions = substitutions;
        this.leaves = leaves;
        this.texts = texts;
        this.rights = rights;
        this.employees = employees;
        this.mentors = mentors;
        this.inbox = inbox;
        this.askWhoStandsIn = askWhoStandsIn;
    }

    /**
     * Somebody who stands in, in words.
     *
     * @param canEnd whether to offer that it ends before its day
     * @param own whether it is the reader who stands in
     */
    record StandInLine(String name, String from, String until, boolean now, boolean canEnd, boolean own) {}

    /** Somebody to choose. */
    record Choice(String id, String name) {}

    /**
     * The section.
     *
     * @param pausedUntil the last day of the pause, or null where nothing is paused
     * @param asked whether the reader is asked how it goes
     * @param canPause whether to offer a pause, or its end while there is one
     * @param canWithdraw whether to offer to take it back, as long as it looks for a mentor
     * @param substitutes who could stand in; empty where the reader may not name anybody
     * @param leaves when the mentor is away, in words
     * @param canGraduate whether to offer that the coaching ends before its plan does
     * @param awayFrom the first day of a leave for which nobody stands in yet, or null
     * @param awayUntil the last day before somebody does, or of the leave; or null
     * @param today the first day that can be chosen
     */
    record View(
            @Nullable String pausedUntil,
            boolean asked,
            boolean canPause,
            boolean canChange,
            boolean canWithdraw,
            boolean canGraduate,
            List<StandInLine> standIns,
            List<Choice> substitutes,
            List<String> leaves,
            @Nullable String awayFrom,
            @Nullable String awayUntil,
            String today) {}

    /** Puts {@code absence} into the model; null where there is nothing to say. */
    void show(Mentorship mentorship, String reader, ReaderTime time, Locale locale, Model model) {
        model.addAttribute("absence", mentorship.isOpen() ? view(mentorship, reader, time, locale) : null);
    }

    private View view(Mentorship mentorship, String reader, ReaderTime time, Locale locale) {
        LocalDate today = time.now().atZone(time.zone()).toLocalDate();
        String mentor = mentorship.mentorId();
        List<MentorLeave> away = mentor == null ? List.of() : leaves.of(mentor);
        Away next = askWhoStandsIn.firstAlone(mentorship).orElse(null);
        boolean paired = mentorship.mentorId() != null;
        boolean mayName = paired && rights.may(reader, mentorship, MentoringAction.NAME_SUBSTITUTE);
        Long nextToEnd = substitutions
                .nextToEnd(mentorship.id())
                .map(Substitutions.Substitution::id)
                .orElse(null);
        return new View(
                pauses.present(mentorship.id())
                        .map(pause -> time.day(pause.lastDay()))
                        .orElse(null),
                inbox.openTasks(reader, Set.of(), TASKS_LOOKED_AT).stream()
                        .anyMatch(task -> "sayHowItGoes".equals(task.task())
                                && mentorship.id().equals(task.businessKey())),
                rights.may(reader, mentorship, MentoringAction.PAUSE_MENTORSHIP),
                paired && rights.may(reader, mentorship, MentoringAction.REQUEST_REMATCH),
                mentorship.state() == Mentorship.State.MATCHING
                        && rights.may(reader, mentorship, MentoringAction.WITHDRAW_MENTORSHIP),
                mentorship.state() == Mentorship.State.COACHING
                        && !pauses.isPaused(mentorship.id())
                        && rights.may(reader, mentorship, MentoringAction.REQUEST_GRADUATION),
                substitutions.openOf(mentorship.id()).stream()
                        .map(one -> new StandInLine(
                                employees.get(one.substituteId()).name(),
                                time.day(one.firstDay()),
                                time.day(one.lastDay()),
                                one.begun(),
                                mayName && Objects.equals(nextToEnd, one.id())
                                        || one.substituteId().equals(reader),
                                one.substituteId().equals(reader)))
                        .toList(),
                mayName ? choices(mentorship) : List.of(),
                away.stream()
                        .map(leave -> texts.text(
                                locale,
                                "mentoring.absence.mentorAway",
                                time.day(leave.firstDay()),
                                time.day(leave.lastDay())))
                        .toList(),
                next == null ? null : next.from().toString(),
                next == null ? null : next.until().toString(),
                today.toString());
    }

    private List<Choice> choices(Mentorship mentorship) {
        Set<String> ids = mentors.findAll().stream()
                .filter(mentor -> mentor.capacity() > 0)
                .map(Mentor::employeeId)
                .filter(id -> !id.equals(mentorship.menteeId()) && !Objects.equals(id, mentorship.mentorId()))
                .collect(Collectors.toSet());
        return employees.findAllById(ids).stream()
                .sorted(java.util.Comparator.comparing(Employee::name).thenComparing(Employee::id))
                .map(person -> new Choice(person.id(), person.name()))
                .toList();
    }
}
