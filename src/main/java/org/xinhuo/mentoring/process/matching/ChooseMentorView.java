package org.xinhuo.mentoring.process.matching;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.TaskView;
import org.xinhuo.mentoring.matching.ShowMatching;

/** The recommended mentors, why these, and the options. */
@Component
class ChooseMentorView implements TaskView {

    private final ShowMatching matching;

    ChooseMentorView(ShowMatching matching) {
        this.matching = matching;
    }

    @Override
    public String process() {
        return MatchingModel.PROCESS;
    }

    @Override
    public String task() {
        return MatchingModel.CHOOSE_MENTOR;
    }

    @Override
    public Map<String, Object> values(String businessKey) {
        return matching.forTheMentee(businessKey);
    }
}
