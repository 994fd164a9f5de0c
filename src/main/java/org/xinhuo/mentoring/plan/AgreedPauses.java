package org.xinhuo.mentoring.plan;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.mentoring.absence.PauseCalendar;
import org.xinhuo.mentoring.absence.Pauses;

/** The pauses since both confirmed: what they agreed on stays as it is written, and falls due so much later. */
@Component
public class AgreedPauses {

    private final Plans plans;
    private final Pauses pauses;

    AgreedPauses(Plans plans, Pauses pauses) {
        this.plans = plans;
        this.pauses = pauses;
    }

    /** What moves the days of the plan that both confirmed last; nothing where there is none. */
    @Transactional(readOnly = true)
    public PauseCalendar of(String mentorshipId) {
        return plans.confirmed(mentorshipId)
                .map(Plan::concludedAt)
                .map(agreedAt -> pauses.since(mentorshipId, agreedAt))
                .orElse(PauseCalendar.EMPTY);
    }
}
