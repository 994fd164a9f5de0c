package org.xinhuo.incentive.process.conversion;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.BusinessKey;
import org.xinhuo.engine.StartInput;
import org.xinhuo.incentive.conversion.ApplicationCase;
import org.xinhuo.incentive.conversion.DecideCase;

/** The first step: only for a version that was written in the same transaction, so that nobody else can start one. */
@Component(ApplicationCaseModel.OPEN_CASE)
class OpenCaseDelegate implements JavaDelegate {

    private final StartInput start;
    private final DecideCase decide;

    OpenCaseDelegate(StartInput start, DecideCase decide) {
        this.start = start;
        this.decide = decide;
    }

    @Override
    public void execute(DelegateExecution execution) {
        start.of(execution);
        String id = BusinessKey.given(execution);
        if (id == null || id.indexOf('\0') >= 0) {
            throw Refusal.forbidden("content.case.unknown");
        }
        ApplicationCase filed = decide.start(id);
        execution.setVariable(ApplicationCaseModel.LECTURER_ID, filed.lecturerId());
        execution.setVariable(ApplicationCaseModel.DUE_AT, Date.from(filed.dueAt()));
        execution.setVariable(ApplicationCaseModel.REMIND_AT, Date.from(filed.remindAt()));
        execution.setVariable(ApplicationCaseModel.ESCALATE_AT, Date.from(filed.escalateAt()));
    }
}
