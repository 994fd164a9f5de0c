package org.xinhuo.mentoring.process.stage;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.BarredFromTasks;
import org.xinhuo.mentoring.Mentorships;

/** Keeps who is also of HR from judging where he or she is one of the two, or stands in for one. */
@Component
class PairJudgesNothing implements BarredFromTasks {

    /** The tasks of HR in matching and the stages, by process and task; a test compares them with the models. */
    static final Set<String> TASKS_OF_HR =
            Set.of("matching/assignMentor", "plan-negotiation/mediatePlan", "evaluation/decideNextStep");

    private final Mentorships mentorships;

    PairJudgesNothing(Mentorships mentorships) {
        this.mentorships = mentorships;
    }

    @Override
    public boolean isBarred(String process, String task, String businessKey, String personId) {
        return TASKS_OF_HR.contains(process + "/" + task)
                && mentorships
                        .findById(businessKey)
                        .filter(mentorship -> mentorship.isOfThePair(personId))
                        .isPresent();
    }
}
