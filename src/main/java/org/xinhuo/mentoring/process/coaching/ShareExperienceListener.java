package org.xinhuo.mentoring.process.coaching;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.coaching.ShareExperience;

/** A case arrives. */
@Component("shareExperience")
class ShareExperienceListener implements TaskListener {

    private final ShareExperience shareExperience;

    ShareExperienceListener(ShareExperience shareExperience) {
        this.shareExperience = shareExperience;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        shareExperience.share(
                task.getExecution().getProcessBusinessKey(),
                input.submittedBy(),
                new ShareExperience.Experience(
                        input.text("title"),
                        input.text("situation"),
                        input.text("method"),
                        input.text("steps"),
                        input.text("effect")));
    }
}
