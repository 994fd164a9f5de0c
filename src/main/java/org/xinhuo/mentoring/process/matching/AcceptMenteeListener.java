package org.xinhuo.mentoring.process.matching;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.matching.AskMentor;

/** The mentor answered. */
@Component(MatchingModel.ACCEPT_MENTEE)
class AcceptMenteeListener implements TaskListener {

    private final AskMentor askMentor;

    AcceptMenteeListener(AskMentor askMentor) {
        this.askMentor = askMentor;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        String mentorshipId = task.getExecution().getProcessBusinessKey();
        boolean accepted = input.flag(MatchingModel.ACCEPTED);
        String reason = input.textOrNull(MatchingModel.REASON);
        boolean byTheHouse =
                task.getProcessEngineServices().getIdentityService().getCurrentAuthentication() == null;
        if (byTheHouse && !accepted) {
            askMentor.decline(mentorshipId, reason);
        } else {
            askMentor.answer(mentorshipId, input.submittedBy(), accepted, reason);
        }
    }
}
