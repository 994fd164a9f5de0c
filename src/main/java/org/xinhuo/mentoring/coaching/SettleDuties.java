package org.xinhuo.mentoring.coaching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * After the end of a coaching: what was missed and never told is told once a talk can be filed no more (filingAfter of
 * duty-cadence) and HR is to be told (escalationAfter), whichever is later. What was filed meanwhile is not.
 */
@Component
@Transactional
public class SettleDuties {

    private final CoachingCases cases;
    private final Duties duties;
    private final ScheduleDuty scheduleDuty;
    private final PressDuty pressDuty;

    SettleDuties(CoachingCases cases, Duties duties, ScheduleDuty scheduleDuty, PressDuty pressDuty) {
        this.cases = cases;
        this.duties = duties;
        this.scheduleDuty = scheduleDuty;
        this.pressDuty = pressDuty;
    }

    /** When it is settled; none for a coaching that has not ended, or of which nothing is left to tell. */
    @Transactional(readOnly = true)
    public Optional<Instant> settlesAt(String coachingId) {
        return cases.findById(coachingId)
                .filter(coaching -> coaching.endedAt() != null)
                .flatMap(coaching -> duties.untold(coachingId).stream()
                        .map(missed -> scheduleDuty.settlesAt(coaching, missed))
                        .max(Instant::compareTo));
    }

    /** Tells HR and the mentor, one notice a duty. */
    public void settle(String coachingId) {
        CoachingCase coaching = cases.findById(coachingId).orElseThrow();
        for (DutyKind kind : DutyKind.values()) {
            List<Duty> missed = duties.untold(coachingId).stream()
                    .filter(duty -> duty.kind() == kind)
                    .toList();
            if (!missed.isEmpty()) {
                pressDuty.missed(coaching, missed);
            }
        }
    }
}
