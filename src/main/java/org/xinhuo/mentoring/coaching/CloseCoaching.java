package org.xinhuo.mentoring.coaching;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/**
 * A coaching ends. With its plan's last day every duty that is still owed was missed; HR and the mentor hear of it once
 * nothing can be filed any more, see {@link SettleDuties}. Cut short before (an early graduation, another mentor, a plan that
 * was reopened), only what was already due was missed; the rest lapses, since nobody took the time from the mentor that
 * he was given.
 */
@Component
public class CloseCoaching {

    private final CoachingCases cases;
    private final Duties duties;
    private final ScheduleDuty scheduleDuty;
    private final CompanyTime time;

    CloseCoaching(CoachingCases cases, Duties duties, ScheduleDuty scheduleDuty, CompanyTime time) {
        this.cases = cases;
        this.duties = duties;
        this.scheduleDuty = scheduleDuty;
        this.time = time;
    }

    /**
     * The plan's last day is over. Where no coaching is under way, nothing is to be done.
     *
     * @return the coaching, where something was missed that nobody was told of yet
     */
    @Transactional
    public Optional<String> atPlansEnd(String mentorshipId) {
        Optional<CoachingCase> underWay = cases.findByMentorshipIdAndEndedAtIsNull(mentorshipId);
        underWay.ifPresent(coaching -> {
            settle(coaching, coaching.endsOn());
            coaching.end(time.now());
            cases.saveAndFlush(coaching);
        });
        return underWay.map(CoachingCase::id)
                .filter(coaching -> !duties.untold(coaching).isEmpty());
    }

    /** Closes the coaching under way before its time; where there is none, nothing is to be done. */
    @Transactional
    public void cutShort(String mentorshipId) {
        cases.findByMentorshipIdAndEndedAtIsNull(mentorshipId).ifPresent(coaching -> {
            settle(coaching, time.today().minusDays(1));
            coaching.cutShort(time.now());
            cases.saveAndFlush(coaching);
        });
    }

    private void settle(CoachingCase coaching, LocalDate until) {
        for (DutyKind kind : DutyKind.values()) {
            scheduleDuty.settle(coaching, kind, until);
        }
    }
}
