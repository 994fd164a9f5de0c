package org.xinhuo.mentoring.cohort;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.mentoring.matching.MentorChoiceMade;

/** Notices when the last member of a cohort has answered. */
@Component
class CountAnswers {

    private final Cohorts cohorts;
    private final ApplicationEventPublisher events;

    CountAnswers(Cohorts cohorts, ApplicationEventPublisher events) {
        this.cohorts = cohorts;
        this.events = events;
    }

    /** Two who answer last at the same moment come one after the other: the count is one row. */
    @EventListener
    @Transactional
    public void on(MentorChoiceMade made) {
        cohorts.answered(made.mentorshipId()).ifPresent(cohortId -> {
            if (cohorts.oneLessUnanswered(cohortId) == 0) {
                events.publishEvent(new EverybodyAnswered(cohortId));
            }
        });
    }
}
