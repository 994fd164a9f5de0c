package org.xinhuo.incentive.process.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.BusinessKey;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.FormInput;
import org.xinhuo.engine.StartInput;
import org.xinhuo.incentive.review.ImprovementTalks;

/** Takes the notice up and tells the lecturer. */
@Component("openTalk")
class OpenTalkDelegate implements JavaDelegate {

    private final StartInput start;
    private final ImprovementTalks talks;

    OpenTalkDelegate(StartInput start, ImprovementTalks talks) {
        this.start = start;
        this.talks = talks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = start.of(execution, FormField.text(ImprovementTalkModel.NOTICE_ID, 100));
        String notice = input.text(ImprovementTalkModel.NOTICE_ID);
        String key = BusinessKey.given(execution);
        if (key != null && !key.equals(notice)) {
            throw Refusal.invalid("businessKey", "incentive.keyIsNotTheNotice", notice);
        }
        talks.open(notice, input.submittedBy().isEmpty() ? null : input.submittedBy());
        if (key == null) {
            execution.setProcessBusinessKey(notice);
        }
    }
}
