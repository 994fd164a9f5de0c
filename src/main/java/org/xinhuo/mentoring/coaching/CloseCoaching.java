package org.xinhuo.mentoring.coaching;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/**
 * A coaching ends. With its plan's last day every duty that is still owed was missed, which HR and the mentor hear: the
 * timer that would have told them ends with the task. Cut short before (an early graduation, another mentor, a plan that
 * was reopened), only what was already due was missed; the rest lapses, since nobody took the time from the mentor that
 * he was given.
 */
@Component
public class CloseCoaching {

    private final CoachingCases cases;
    private final Duties duties;
    private final ScheduleDuty scheduleDuty;
    private final PressDuty pressDuty;
    private final CompanyTime time;

    CloseCoaching(
            CoachingCases cases, Duties duties, ScheduleDuty scheduleDuty, PressDuty pressDuty, CompanyTime time) {
        this.cases = cases;
        this.duties = duties;
        this.scheduleDuty = scheduleDuty;
        this.pressDuty = pressDuty;
        this.time = time;
    }

    /** The plan's last day is over. Where no coaching is under way, nothing is to be done. */
    @Transactional
    public void atPlansEnd(String mentorshipId) {
        cases.findByMentorshipIdAndEndedAtIsNull(mentorshipId).ifPresent(coaching -> {
            // One notice a kind, about the period whose task was there; a late mentor is not flooded.
            for (DutyKind kind : DutyKind.values()) {
                duties.newest(coaching.id(), kind)
                        .filter(duty -> duty.state() == Duty.State.OWED)
                        .ifPresent(duty -> pressDuty.missed(coaching, duty));
            }
            settle(coaching, coaching.endsOn());
            coaching.end(time.now());
            cases.saveAndFlush(coaching);
        });
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
