package org.xinhuo.mentoring.coaching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Employees;

/**
 * Says for which coaching a talk may be written down: at any time for the one under way, and for the one that is being
 * evaluated as many days after its end as the table duty-cadence gives.
 */
@Component
@Transactional(readOnly = true)
public class AdmitGuidance {

    private final Mentorships mentorships;
    private final MentoringRights rights;
    private final CoachingCases cases;
    private final ScheduleDuty scheduleDuty;
    private final Employees employees;
    private final CompanyTime time;

    AdmitGuidance(
            Mentorships mentorships,
            MentoringRights rights,
            CoachingCases cases,
            ScheduleDuty scheduleDuty,
            Employees employees,
            CompanyTime time) {
        this.mentorships = mentorships;
        this.rights = rights;
        this.cases = cases;
        this.scheduleDuty = scheduleDuty;
        this.employees = employees;
        this.time = time;
    }

    /** Whether this person may write down a talk now. */
    public boolean isOpenTo(String personId, Mentorship mentorship) {
        return rights.may(personId, mentorship, MentoringAction.GIVE_GUIDANCE)
                && coaching(mentorship).isPresent();
    }

    /** Before anything else is looked at. @throws Refusal where this person may not write down talks at all */
    public void expectMentor(String mentorshipId, String personId) {
        rights.check(personId, mentorships.get(mentorshipId), MentoringAction.GIVE_GUIDANCE);
    }

    /**
     * The coaching that the talk belongs to.
     *
     * @throws Refusal where this person may not, no coaching is open to it, or the talk was not held while it went on
     */
    CoachingCase admit(String mentorshipId, String personId, LocalDate heldOn) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        rights.check(personId, mentorship, MentoringAction.GIVE_GUIDANCE);
        CoachingCase coaching =
                coaching(mentorship).orElseThrow(() -> Refusal.notFound("mentoring.coaching.none", mentorshipId));
        if (heldOn.isAfter(today(personId))) {
            throw Refusal.invalid("heldOn", "mentoring.coaching.heldInFuture", "heldOn", heldOn);
        }
        // A day of grace: west of the company's zone it was still yesterday when the coaching began.
        if (heldOn.isBefore(coaching.startedOn().minusDays(1))) {
            throw Refusal.invalid(
                    "heldOn", "mentoring.coaching.heldBeforeStart", "heldOn", heldOn, coaching.startedOn());
        }
        Instant endedAt = coaching.endedAt();
        if (endedAt != null && heldOn.isAfter(lastDay(coaching, endedAt))) {
            throw Refusal.invalid(
                    "heldOn", "mentoring.coaching.heldAfterEnd", "heldOn", heldOn, lastDay(coaching, endedAt));
        }
        return coaching;
    }

    private Optional<CoachingCase> coaching(Mentorship mentorship) {
        return cases.findByMentorshipIdAndEndedAtIsNull(mentorship.id()).or(() -> evaluated(mentorship));
    }

    private Optional<CoachingCase> evaluated(Mentorship mentorship) {
        if (mentorship.state() != Mentorship.State.EVALUATING) {
            return Optional.empty();
        }
        return cases.findFirstByMentorshipIdAndEndedAtIsNotNullOrderByEndedAtDesc(mentorship.id())
                .filter(coaching -> {
                    Instant endedAt = coaching.endedAt();
                    return endedAt != null
                            && !time.today().isAfter(scheduleDuty.filedUntil(coaching, lastDay(coaching, endedAt)));
                });
    }

    /** The plan's, or the one on which it was cut short; the engine may come to the end of a plan a little later. */
    private LocalDate lastDay(CoachingCase coaching, Instant endedAt) {
        LocalDate ended = time.dayOf(endedAt.minusMillis(1));
        return ended.isAfter(coaching.endsOn()) ? coaching.endsOn() : ended;
    }

    /** Today by the company's calendar or by that of whoever writes: in Auckland it is tomorrow already. */
    private LocalDate today(String personId) {
        LocalDate own = time.now().atZone(employees.get(personId).timeZone()).toLocalDate();
        return own.isAfter(time.today()) ? own : time.today();
    }
}
