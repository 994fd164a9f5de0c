package org.xinhuo.incentive.process.conversion;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.incentive.conversion.CaseTasks;

/** What a case tells the engine: ask the lecturer, take the question back, answer it. */
@Component
@Transactional
class CaseProcess implements CaseTasks {

    private final ProcessEngine engine;
    private final HouseRules rules;

    CaseProcess(ProcessEngine engine, HouseRules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    @Override
    public void start(String caseId) {
        rules.apply(() -> engine.getRuntimeService().startProcessInstanceByKey(ApplicationCaseModel.KEY, caseId));
    }

    @Override
    public void withdraw(String caseId) {
        rules.apply(() -> {
            try {
                engine.getRuntimeService()
                        .createMessageCorrelation(ApplicationCaseModel.WITHDRAWN)
                        .processInstanceBusinessKey(caseId)
                        .correlate();
                return true;
            } catch (MismatchingMessageCorrelationException alreadyOver) {
                throw Refusal.conflict("content.case.over");
            }
        });
    }

    @Override
    public void answer(String caseId, String by, boolean confirmed, @Nullable String remark) {
        Map<String, Object> values = new HashMap<>();
        values.put(ApplicationCaseModel.CONFIRMED, confirmed);
        values.put(ApplicationCaseModel.REMARK, remark);
        rules.apply(() -> {
            Task open = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(caseId)
                    .processDefinitionKey(ApplicationCaseModel.KEY)
                    .singleResult();
            if (open == null) {
                throw Refusal.conflict("content.case.over");
            }
            completeAs(by, open, values);
        });
    }

    /** Where HR answers for the lecturer, the task is HR's first: nobody completes another's, and the trail says so. */
    private void completeAs(String by, Task task, Map<String, Object> values) {
        IdentityService identity = engine.getIdentityService();
        Authentication caller = identity.getCurrentAuthentication();
        try {
            identity.clearAuthentication();
            if (!by.equals(task.getAssignee())) {
                engine.getTaskService().setAssignee(task.getId(), by);
            }
            identity.setAuthenticatedUserId(by);
            engine.getTaskService().complete(task.getId(), values);
        } finally {
            identity.setAuthentication(caller);
        }
    }
}
