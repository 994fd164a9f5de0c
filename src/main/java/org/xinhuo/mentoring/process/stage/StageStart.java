package org.xinhuo.mentoring.process.stage;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;

/** The first step of every stage: who may start it, and for which mentorship. */
@Component
public class StageStart {

    static final String MENTEE_ID = "menteeId";
    static final String MENTOR_ID = "mentorId";

    private final Mentorships mentorships;

    StageStart(Mentorships mentorships) {
        this.mentorships = mentorships;
    }

    /**
     * The mentorship that the business key names. The pair's ids in the variables become those of the tables, whatever
     * was passed in: tasks are assigned by them. Who stands in for the mentor takes his place.
     *
     * @throws Refusal where a person starts the stage alone, or the key names no mentorship
     */
    public Mentorship of(DelegateExecution execution) {
        Mentorship mentorship = ofUnpaired(execution);
        execution.setVariable(MENTOR_ID, mentorship.actingMentor());
        return mentorship;
    }

    /**
     * The same for the stage that looks for the mentor.
     *
     * @throws Refusal where a person starts the stage alone, or the key names no mentorship
     */
    public Mentorship ofUnpaired(DelegateExecution execution) {
        Authentication starter =
                execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        boolean called = execution.getProcessInstance().getSuperExecution() != null;
        if (!called && starter != null && starter.getUserId() != null) {
            throw Refusal.forbidden("mentoring.stageStartsByItself");
        }
        String key = execution.getProcessBusinessKey();
        if (key == null) {
            throw Refusal.invalid("businessKey", "mentoring.unknownMentorship", "");
        }
        Mentorship mentorship = mentorships.get(key);
        execution.setVariable(MENTEE_ID, mentorship.menteeId());
        return mentorship;
    }
}
