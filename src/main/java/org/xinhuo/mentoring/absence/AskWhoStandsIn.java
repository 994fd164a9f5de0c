package org.xinhuo.mentoring.absence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.MentorActs;
import org.xinhuo.mentoring.MentorLeaves;
import org.xinhuo.mentoring.MentorLeaves.MentorLeave;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Substitutions;
import org.xinhuo.mentoring.Substitutions.Away;
import org.xinhuo.mentoring.Substitutions.Substitution;
import org.xinhuo.people.Employees;

/**
 * Asks a mentor who will be away who stands in for him: of each pair when the leave is noted, and of a pair that is found
 * later when it is found.
 */
@Component
@Transactional
public class AskWhoStandsIn {

    private final MentorLeaves leaves;
    private final Mentorships mentorships;
    private final Substitutions substitutions;
    private final Employees employees;
    private final PairNotices pairNotices;
    private final CompanyTime time;

    AskWhoStandsIn(
            MentorLeaves leaves,
            Mentorships mentorships,
            Substitutions substitutions,
            Employees employees,
            PairNotices pairNotices,
            CompanyTime time) {
        this.leaves = leaves;
        this.mentorships = mentorships;
        this.substitutions = substitutions;
        this.employees = employees;
        this.pairNotices = pairNotices;
        this.time = time;
    }

    /**
     * A pair of which on some days of a leave nobody was named to stand in.
     *
     * @param days today and later, the first time first, each as long as nobody stands in without a break; never empty
     */
    public record Alone(Mentorship mentorship, List<Away> days) {

        public Alone {
            days = List.copyOf(days);
        }
    }

    /** The mentor's open pairs that are alone on any day of the leave from today on. */
    @Transactional(readOnly = true)
    public List<Alone> alone(MentorLeave leave) {
        return pairsOf(leave.mentorId()).stream()
                .map(pair -> new Alone(pair, uncovered(pair.id(), leave)))
                .filter(pair -> !pair.days().isEmpty())
                .toList();
    }

    /** The first days of a leave of the mentor, today or later, for which nobody stands in; none where somebody always does. */
    @Transactional(readOnly = true)
    public Optional<Away> firstAlone(Mentorship mentorship) {
        String mentor = mentorship.mentorId();
        return mentor == null
                ? Optional.empty()
                : leaves.of(mentor).stream()
                        .flatMap(leave -> uncovered(mentorship.id(), leave).stream())
                        .findFirst();
    }

    /** A leave was noted. */
    void ask(MentorLeave leave) {
        alone(leave).forEach(pair -> ask(pair, leave));
    }

    /** A mentor who will be away has got another mentee: nobody could be asked of this pair before. */
    @EventListener
    public void on(MentorActs event) {
        Mentorship mentorship = mentorships.get(event.mentorshipId());
        if (!event.personId().equals(mentorship.mentorId())) {
            return;
        }
        for (MentorLeave leave : leaves.of(event.personId())) {
            List<Away> days = uncovered(mentorship.id(), leave);
            if (!days.isEmpty()) {
                ask(new Alone(mentorship, days), leave);
            }
        }
    }

    List<Mentorship> pairsOf(String mentorId) {
        return mentorships.findByMentorIdAndEndedAtIsNullOrderByStartedAtDescIdDesc(mentorId, Limit.unlimited());
    }

    private void ask(Alone pair, MentorLeave leave) {
        Mentorship mentorship = pair.mentorship();
        String name = employees.get(leave.mentorId()).name();
        pairNotices.tell(
                mentorship.menteeId(),
                mentorship,
                "mentoring.absence.notice.mentorAway",
                name,
                leave.firstDay().toString(),
                leave.lastDay().toString());
        for (Away days : pair.days()) {
            String from = days.from().toString();
            String until = days.until().toString();
            pairNotices.tell(leave.mentorId(), mentorship, "mentoring.absence.notice.whoStandsIn", from, until);
            pairNotices.tellHr(mentorship, "mentoring.absence.notice.nobodyStandsIn", name, from, until);
        }
    }

    /** Nobody can be named for a day that has passed. */
    private List<Away> uncovered(String mentorshipId, MentorLeave leave) {
        LocalDate today = time.today();
        LocalDate next = leave.firstDay().isBefore(today) ? today : leave.firstDay();
        List<Away> uncovered = new ArrayList<>();
        for (Substitution known : substitutions.openOf(mentorshipId)) {
            if (known.lastDay().isBefore(next) || known.firstDay().isAfter(leave.lastDay())) {
                continue;
            }
            if (known.firstDay().isAfter(next)) {
                uncovered.add(new Away(next, known.firstDay().minusDays(1)));
            }
            next = known.lastDay().plusDays(1);
        }
        if (!next.isAfter(leave.lastDay())) {
            uncovered.add(new Away(next, leave.lastDay()));
        }
        return uncovered;
    }
}
