package org.xinhuo.mentoring.coaching;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** A duty is nearly due, or overdue: whoever has to know is told, once for each day on which it
 * is due (a plan that changes moves it), with the mentee's latest work metrics and levels. */
@Component
@Transactional
public class PressDuty {

    private static final String PASSED = "coaching.notice.passed.";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final Mentorships mentorships;
    private final CoachingCases cases;
    private final Duties duties;
    private final Employees employees;
    private final Competencies competencies;
    private final Groups groups;
    private final Notices notices;

    PressDuty(
            Mentorships mentorships,
            CoachingCases cases,
            Duties duties,
            Employees employees,
            Competencies competencies,
            Groups groups,
            Notices notices) {
        this.mentorships = mentorships;
        this.cases = cases;
        this.duties = duties;
        this.employees = employees;
        this.competencies = competencies;
        this.groups = groups;
        this.notices = notices;
    }

    /** Reminds the mentor, or who stands in for him. */
    public void remind(String mentorshipId, DutyKind kind) {
        CoachingCase coaching = cases.underWay(mentorshipId);
        Duty duty = duties.asked(coaching.id(), kind).orElseThrow();
        duties.reminded(duty);
        String responsible = mentorships.get(mentorshipId).actingMentor();
        tell(responsible, "mentoring.duty.dueSoon.", TASKLIST, coaching, duty, responsible);
    }

    /** Tells HR, and who is responsible now: the mentor, or who stands in for him. */
    public void escalate(String mentorshipId, DutyKind kind) {
        CoachingCase coaching = cases.underWay(mentorshipId);
        escalate(coaching, duties.asked(coaching.id(), kind).orElseThrow(), TASKLIST);
    }

    /**
     * Periods of one kind that passed without a task of their own, or whose task is gone: one notice for all of them.
     *
     * @param missed of one kind, not empty, the oldest first
     */
    void missed(CoachingCase coaching, List<Duty> missed) {
        Duty latest = missed.get(missed.size() - 1);
        int undone = duties.undone(latest);
        Mentorship mentorship = mentorships.get(coaching.mentorshipId());
        if (undone == 1) {
            escalate(coaching, latest, page(mentorship));
            return;
        }
        missed.forEach(duties::escalated);
        Employee mentee = employees.get(coaching.menteeId());
        Stream.concat(Stream.of(mentorship.actingMentor()), groups.members("hr").stream())
                .distinct()
                .forEach(person -> notices.tell(
                        person,
                        PASSED + latest.id() + "/" + latest.dueOn(),
                        PASSED + latest.kind().code(),
                        page(mentorship),
                        mentee.name(),
                        latest.dueOn().toString(),
                        undone,
                        employees.get(mentorship.actingMentor()).name()));
    }

    private void escalate(CoachingCase coaching, Duty duty, String link) {
        duties.escalated(duty);
        Mentorship mentorship = mentorships.get(coaching.mentorshipId());
        String responsible = mentorship.actingMentor();
        tell(responsible, "mentoring.duty.overdue.", link, coaching, duty, responsible);
        String page = page(mentorship);
        groups.members("hr").forEach(hr -> tell(hr, "mentoring.duty.overdue.", page, coaching, duty, responsible));
    }

    private static String page(Mentorship mentorship) {
        return mentorship.page() + "/coaching";
    }

    private void tell(String personId, String code, String link, CoachingCase coaching, Duty duty, String responsible) {
        Employee mentee = employees.get(coaching.menteeId());
        notices.tell(
                personId,
                code + duty.id() + "/" + duty.dueOn(),
                code + duty.kind().code(),
                link,
                mentee.name(),
                duty.dueOn().toString(),
                orDash(competencies.latestMetricsOf(mentee.id()).stream()
                        .map(metric ->
                                metric.metric() + " " + written(metric.value()) + "/" + written(metric.target()))),
                employees.get(responsible).name(),
                orDash(levels(mentee)));
    }

    /** Each competency of the job: the level of now / what the job asks for. */
    private Stream<String> levels(Employee mentee) {
        Map<String, BigDecimal> levels = competencies.levelsOf(mentee.id());
        return competencies.modelOf(mentee.job()).stream()
                .map(required -> required.competency() + " "
                        + written(levels.getOrDefault(required.competency(), BigDecimal.ZERO)) + "/"
                        + written(required.requiredLevel()));
    }

    private static String written(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String orDash(Stream<String> parts) {
        String joined = parts.collect(Collectors.joining(", "));
        return joined.isEmpty() ? "—" : joined;
    }
}
