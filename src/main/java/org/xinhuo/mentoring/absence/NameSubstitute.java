package org.xinhuo.mentoring.absence;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Substitutions;
import org.xinhuo.mentoring.Substitutions.Substitution;
import org.xinhuo.mentoring.matching.ExpectEligible;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** The mentor or HR names who stands in for some days. The substitute is told, not asked: they have talked before. */
@Component
@Transactional
public class NameSubstitute {

    private final Mentorships mentorships;
    private final Substitutions substitutions;
    private final ExpectEligible eligible;
    private final Employees employees;
    private final PairNotices pairNotices;
    private final CompanyTime time;
    private final AbsenceBounds bounds;

    NameSubstitute(
            Mentorships mentorships,
            Substitutions substitutions,
            ExpectEligible eligible,
            Employees employees,
            PairNotices pairNotices,
            CompanyTime time,
            AbsenceBounds bounds) {
        this.mentorships = mentorships;
        this.substitutions = substitutions;
        this.eligible = eligible;
        this.employees = employees;
        this.pairNotices = pairNotices;
        this.time = time;
        this.bounds = bounds;
    }

    /**
     * Notes the substitution; it begins when its process says so.
     *
     * @param firstDay not before today
     * @param lastDay not before the first, and at most as far from today as a mentor's leave may reach
     * @param namedBy who names him, or null where the product itself does
     * @throws Refusal where the days are wrong or taken, or the table mentor-eligibility says no
     */
    public Substitution name(
            String mentorshipId, String substituteId, LocalDate firstDay, LocalDate lastDay, @Nullable String namedBy) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        String mentor = mentorship.mentor();
        if (substituteId.equals(mentor)) {
            throw Refusal.invalid("mentorId", "mentoring.absence.ownSubstitute");
        }
        if (firstDay.isBefore(time.today()) || lastDay.isBefore(firstDay)) {
            throw Refusal.invalid("from", "mentoring.absence.daysWrong", firstDay.toString(), lastDay.toString());
        }
        LocalDate latest = time.today().plus(bounds.leaveAhead(mentor));
        if (lastDay.isAfter(latest)) {
            throw Refusal.invalid("until", "mentoring.absence.substituteTooFar", latest.toString());
        }
        substitutions.lock(mentorshipId);
        substitutions.openOf(mentorshipId).stream()
                .filter(other ->
                        !other.firstDay().isAfter(lastDay) && !other.lastDay().isBefore(firstDay))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.conflict(
                            "mentoring.absence.daysTaken",
                            employees.get(other.substituteId()).name(),
                            other.firstDay().toString(),
                            other.lastDay().toString());
                });
        substitutions.lockSubstitute(substituteId);
        eligible.expectSubstitute(
                employees.get(mentorship.menteeId()),
                substituteId,
                substitutions.atOnce(substituteId, firstDay, lastDay),
                "mentorId");
        expectThere(substituteId, firstDay, lastDay);
        long id = substitutions.name(mentorshipId, mentor, substituteId, firstDay, lastDay, namedBy);
        String name = employees.get(substituteId).name();
        pairNotices.tellBoth(
                mentorship, "mentoring.absence.notice.substituteNamed", name, firstDay.toString(), lastDay.toString());
        pairNotices.tell(
                substituteId,
                mentorship,
                "mentoring.absence.notice.youSubstitute",
                employees.get(mentor).name(),
                firstDay.toString(),
                lastDay.toString());
        return substitutions.find(id).orElseThrow();
    }

    /** Whoever stands in is there on those days. */
    private void expectThere(String substituteId, LocalDate firstDay, LocalDate lastDay) {
        Employee substitute = employees.get(substituteId);
        LocalDate leftOn = substitute.leftOn();
        if (leftOn != null && !leftOn.isAfter(lastDay)) {
            throw Refusal.invalid(
                    "mentorId", "mentoring.absence.substituteLeaves", substitute.name(), leftOn.toString());
        }
        substitutions.awayFrom(firstDay).getOrDefault(substituteId, List.of()).stream()
                .filter(away -> away.overlaps(firstDay, lastDay))
                .findFirst()
                .ifPresent(away -> {
                    throw Refusal.invalid(
                            "mentorId",
                            "mentoring.absence.substituteAway",
                            substitute.name(),
                            away.from().toString(),
                            away.until().toString());
                });
    }
}
