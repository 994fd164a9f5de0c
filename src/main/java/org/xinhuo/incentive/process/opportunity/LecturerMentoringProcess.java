package org.xinhuo.incentive.process.opportunity;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.incentive.opportunity.MentoringTasks;

/** What the application tells the process of an offer to mentor. */
@Component
@Transactional
class LecturerMentoringProcess implements MentoringTasks {

    private final ProcessEngine engine;
    private final HouseRules rules;

    LecturerMentoringProcess(ProcessEngine engine, HouseRules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    @Override
    public String offer(@Nullable String menteeId, @Nullable String words) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(LecturerMentoringModel.MENTEE_ID, menteeId);
        variables.put(LecturerMentoringModel.WORDS, words);
        return rules.apply(() -> engine.getRuntimeService()
                .startProcessInstanceByKey(LecturerMentoringModel.KEY, variables)
                .getBusinessKey());
    }

    @Override
    public void answer(String offerId, String menteeId, boolean accepted, @Nullable String reason) {
        Map<String, Object> values = new HashMap<>();
        values.put(LecturerMentoringModel.ACCEPTED, accepted);
        values.put(LecturerMentoringModel.REASON, reason);
        rules.apply(() -> {
            Task open = engine.getTaskService()
                    .createTaskQuery()
                    .processDefinitionKey(LecturerMentoringModel.KEY)
                    .processInstanceBusinessKey(offerId)
                    .taskAssignee(menteeId)
                    .singleResult();
            if (open == null) {
                throw Refusal.conflict("mentorOffer.over");
            }
            engine.getTaskService().complete(open.getId(), values);
        });
    }

    @Override
    public void takeBack(String offerId) {
        rules.apply(() -> engine.getRuntimeService()
                .createMessageCorrelation(LecturerMentoringModel.OFFER_TAKEN_BACK)
                .processInstanceBusinessKey(offerId)
                .correlate());
    }
}
