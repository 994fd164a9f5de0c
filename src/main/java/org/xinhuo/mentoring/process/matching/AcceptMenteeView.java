package org.xinhuo.mentoring.process.matching;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.TaskView;
import org.xinhuo.mentoring.matching.ShowMatching;

/** Who asks, and where the gaps are. */
@Component
class AcceptMenteeView implements TaskView {

    private final ShowMatching matching;

    AcceptMenteeView(ShowMatching matching) {
        this.matching = matching;
    }

    @Override
    public String process() {
        return MatchingModel.PROCESS;
    }

    @Override
    public String task() {
        return MatchingModel.ACCEPT_MENTEE;
    }

    @Override
    public Map<String, Object> values(String businessKey) {
        return matching.forTheMentor(businessKey);
    }
}
