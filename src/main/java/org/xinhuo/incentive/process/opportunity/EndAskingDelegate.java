package org.xinhuo.incentive.process.opportunity;

import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.HouseRules;

/** A training is called off: nobody is asked to apply any more, portion by portion. */
@Component(TrainingOfferModel.END_ASKING)
class EndAskingDelegate implements JavaDelegate {

    private final HouseRules rules;
    private final CompanyTime time;

    EndAskingDelegate(HouseRules rules, CompanyTime time) {
        this.rules = rules;
        this.time = time;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ManagementService management = execution.getProcessEngineServices().getManagementService();
        Date now = Date.from(time.now());
        rules.apply(() -> {
            for (Job deadline : management
                    .createJobQuery()
                    .processInstanceId(execution.getProcessInstanceId())
                    .activityId(TrainingOfferModel.DEADLINE_PASSED)
                    .list()) {
                management.setJobDuedate(deadline.getId(), now);
            }
        });
    }
}
