package org.xinhuo.incentive.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.FormInput;
import org.xinhuo.engine.StartInput;
import org.xinhuo.incentive.sharing.PlanShare;
import org.xinhuo.incentive.sharing.Share;

/** Stores the share that the instance was started for, and leaves ids and instants in the process. */
@Component("planShare")
class PlanShareDelegate implements JavaDelegate {

    private static final String TITLE = "title";
    private static final String MINUTES = "minutes";
    private static final String PLACE = "place";
    private static final String AUDIENCE = "audience";

    private static final FormField[] START_VARIABLES = {
        FormField.text(SharingModel.LECTURER_ID, 100).optional(),
        FormField.text(TITLE, 200),
        FormField.instant(SharingModel.STARTS_AT),
        FormField.integer(MINUTES, 1, Share.MOST_MINUTES),
        FormField.text(PLACE, 300).optional(),
        FormField.text(AUDIENCE, 1000).optional()
    };

    private final StartInput start;
    private final PlanShare planShare;
    private final ShareInstants instants;

    PlanShareDelegate(StartInput start, PlanShare planShare, ShareInstants instants) {
        this.start = start;
        this.planShare = planShare;
        this.instants = instants;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = start.of(execution, START_VARIABLES);
        Share share = planShare.plan(
                new PlanShare.Plan(
                        execution.getProcessBusinessKey(),
                        input.textOrNull(SharingModel.LECTURER_ID),
                        input.text(TITLE),
                        input.instant(SharingModel.STARTS_AT),
                        input.integer(MINUTES),
                        input.textOrNull(PLACE),
                        input.textOrNull(AUDIENCE)),
                input.submittedBy().isEmpty() ? null : input.submittedBy());
        execution.setProcessBusinessKey(share.id());
        execution.removeVariables(List.of(TITLE, MINUTES, PLACE, AUDIENCE));
        execution.setVariable(SharingModel.LECTURER_ID, share.lecturerId());
        instants.set(execution, share);
    }
}
