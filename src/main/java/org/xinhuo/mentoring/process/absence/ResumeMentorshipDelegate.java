package org.xinhuo.mentoring.process.absence;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.absence.MentorshipResumed;
import org.xinhuo.mentoring.absence.ResumeMentorship;

/** A pause is over; the timers go on. */
@Component("resumeMentorship")
class ResumeMentorshipDelegate implements JavaDelegate {

    private final ResumeMentorship resumeMentorship;
    private final StandingTimers timers;
    private final ApplicationEventPublisher events;

    ResumeMentorshipDelegate(
            ResumeMentorship resumeMentorship, StandingTimers timers, ApplicationEventPublisher events) {
        this.resumeMentorship = resumeMentorship;
        this.events = events;
        this.timers = timers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String mentorship = execution.getProcessBusinessKey();
        timers.release(execution, mentorship, resumeMentorship.resume(mentorship, MessageValues.sender(execution)));
        events.publishEvent(new MentorshipResumed(mentorship));
    }
}
