package org.xinhuo.incentive.process.conversion;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.TaskView;

/** Shows HR the case. */
@Component
class ConfirmCaseAsHrView implements TaskView {

    private final CaseWords words;

    ConfirmCaseAsHrView(CaseWords words) {
        this.words = words;
    }

    @Override
    public String process() {
        return ApplicationCaseModel.KEY;
    }

    @Override
    public String task() {
        return ApplicationCaseModel.CONFIRM_CASE_AS_HR;
    }

    @Override
    public Map<String, Object> values(String businessKey) {
        return words.of(businessKey);
    }
}
