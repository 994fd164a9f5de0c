package org.xinhuo.mentoring.process.matching;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.TaskView;
import org.xinhuo.mentoring.matching.ShowMatching;

/** Why nobody is left, and who could be named. */
@Component
class AssignMentorView implements TaskView {

    private final ShowMatching matching;

    AssignMentorView(ShowMatching matching) {
        this.matching = matching;
    }

    @Override
    public String process() {
        return MatchingModel.PROCESS;
    }

    @Override
    public String task() {
        return MatchingModel.ASSIGN_MENTOR;
    }

    @Override
    public Map<String, Object> values(String businessKey) {
        return matching.forHr(businessKey);
    }
}
