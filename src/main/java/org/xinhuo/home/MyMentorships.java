package org.xinhuo.home;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.MentorshipFigures;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Substitutions;
import org.xinhuo.mentoring.absence.Pauses;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** How a person's mentorships stand, as mentee and as mentor. */
@Component
class MyMentorships {

    /** Each card asks for figures of its own; nobody mentors this many well. */
    private static final int MOST_AS_MENTOR = 20;

    private static final int DUE_SOON = 14;
    private static final int MOST_ACTIONS = 5;

    private final Mentorships mentorships;
    private final Substitutions substitutions;
    private final ObjectProvider<MentorshipFigures> figures;
    private final Employees employees;
    private final Pauses pauses;
    private final Texts texts;

    MyMentorships(
            Mentorships mentorships,
            Substitutions substitutions,
            ObjectProvider<MentorshipFigures> figures,
            Employees employees,
            Pauses pauses,
            Texts texts) {
        this.pauses = pauses;
        this.mentorships = mentorships;
        this.substitutions = substitutions;
        this.figures = figures;
        this.employees = employees;
        this.texts = texts;
    }

    /**
     * One mentorship in words.
     *
     * @param mentee whether the reader is the mentee of it
     * @param partner the other one's name, or null while there is none
     * @param executionRate as a percentage in the reader's language, or null without anything due
     * @param next the reader's own next task in it
     * @param actions of the plan, for the mentee: what is late or due soon, the first due first
     */
    record Card(
            String id,
            boolean mentee,
            String state,
            boolean open,
            @Nullable String partner,
            @Nullable String planEnd,
            @Nullable String executionRate,
            MyTasks.@Nullable Line next,
            List<DueAction> actions) {}

    /** An action of the plan in force that the mentee has not done. */
    record DueAction(String title, String due, boolean late) {}

    /** @param canStart whether to offer the reader one as mentee: none is open, and nobody is mentored */
    record View(List<Card> cards, boolean canStart) {}

    /** The open ones, or the mentee's last where none is open any more. */
    @Transactional(readOnly = true)
    public View of(String personId, List<MyTasks.Line> tasks, ReaderTime time) {
        // A new one begins when none is open, so the last is the open one if there is one.
        Optional<Mentorship> asMentee = mentorships.findFirstByMenteeIdOrderByStartedAtDescIdDesc(personId);
        List<Mentorship> asMentor = mentorships.findByMentorIdAndEndedAtIsNullOrderByStartedAtDescIdDesc(
                personId, Limit.of(MOST_AS_MENTOR));
        List<Mentorship> shown = new ArrayList<>(asMentee.stream().toList());
        shown.addAll(asMentor);
        shown.addAll(mentorships.findByIdIn(substitutions.standsInFor(personId)));
        Map<String, String> names = employees
                .findAllById(shown.stream()
                        .flatMap(pair -> Stream.of(pair.menteeId(), pair.mentorId()))
                        .filter(id -> id != null)
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Employee::id, Employee::name));
        List<Card> cards = shown.stream()
                .map(pair -> card(pair, personId, names, tasks, time))
                .toList();
        return new View(
                cards, asMentor.isEmpty() && asMentee.filter(Mentorship::isOpen).isEmpty());
    }

    private Card card(
            Mentorship pair, String personId, Map<String, String> names, List<MyTasks.Line> tasks, ReaderTime time) {
        boolean mentee = pair.menteeId().equals(personId);
        String partner = mentee ? pair.mentorId() : pair.menteeId();
        MentorshipFigures known = figures.getIfAvailable();
        LocalDate end = known == null ? null : known.planEnd(pair);
        BigDecimal rate = known == null ? null : known.executionRate(pair.id());
        return new Card(
                pair.id(),
                mentee,
                texts.text(
                        time.locale(),
                        pauses.isPaused(pair.id())
                                ? "mentoring.absence.state.paused"
                                : "home.mentorship.state." + pair.state().code()),
                pair.isOpen(),
                partner == null ? null : names.getOrDefault(partner, partner),
                end == null ? null : time.day(end),
                rate == null
                        ? null
                        : NumberFormat.getPercentInstance(time.locale()).format(rate),
                tasks.stream()
                        .filter(task -> task.own() && pair.id().equals(task.businessKey()))
                        .findFirst()
                        .orElse(null),
                mentee && known != null && pair.state() == Mentorship.State.COACHING
                        ? actions(pair, known, time)
                        : List.of());
    }

    /** What is paused is not late; see {@link MyTasks}. */
    private List<DueAction> actions(Mentorship pair, MentorshipFigures known, ReaderTime time) {
        boolean paused = pauses.isPaused(pair.id());
        LocalDate today = time.today();
        return known.openActions(pair.id()).stream()
                .filter(action -> !action.dueOn().isAfter(today.plusDays(DUE_SOON)))
                .limit(MOST_ACTIONS)
                .map(action -> new DueAction(
                        action.title(),
                        time.day(action.dueOn()),
                        !paused && action.dueOn().isBefore(today)))
                .toList();
    }
}
