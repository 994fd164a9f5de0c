package org.xinhuo.incentive.process.conversion;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.TaskView;

/** Shows the lecturer the case. */
@Component
class ConfirmCaseView implements TaskView {

    private final CaseWords words;

    ConfirmCaseView(CaseWords words) {
        this.words = words;
    }

    @Override
    public String process() {
        return ApplicationCaseModel.KEY;
    }

    @Override
    public String task() {
        return ApplicationCaseModel.CONFIRM_CASE;
    }

    @Override
    public Map<String, Object> values(String businessKey) {
        return words.of(businessKey);
    }
}
