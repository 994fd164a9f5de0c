package org.xinhuo.mentoring.coaching;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/**
 * A coaching ends. With its plan's last day every duty that is still owed was missed. Cut short before (an early
 * graduation, another mentor, a plan that was reopened), only what was already due was missed; the rest lapses, since
 * nobody took the time from the mentor that he was given.
 */
@Component
public class CloseCoaching {

    private final CoachingCases cases;
    private final Duties duties;
    private final CompanyTime time;

    CloseCoaching(CoachingCases cases, Duties duties, CompanyTime time) {
        this.cases = cases;
        this.duties = duties;
        this.time = time;
    }

    /** The plan's last day is over. Where no coaching is under way, nothing is to be done. */
    @Transactional
    public void atPlansEnd(String mentorshipId) {
        end(mentorshipId, duties::missAllOwed);
    }

    /** Closes the coaching under way before its time; where there is none, nothing is to be done. */
    @Transactional
    public void cutShort(String mentorshipId) {
        end(mentorshipId, duties::settleAllOwed);
    }

    private void end(String mentorshipId, Consumer<String> settle) {
        cases.findByMentorshipIdAndEndedAtIsNull(mentorshipId).ifPresent(coaching -> {
            settle.accept(coaching.id());
            coaching.end(time.now());
            cases.saveAndFlush(coaching);
        });
    }
}
