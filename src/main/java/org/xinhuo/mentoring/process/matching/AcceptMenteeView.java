package org.xinhuo.mentoring.process.matching;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.TaskView;
import org.xinhuo.mentoring.matching.ShowMatching;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;

/** Who asks, and where the gaps are. */
@Component
class AcceptMenteeView implements TaskView {

    private final ShowMatching matching;
    private final MentoringRights rights;

    AcceptMenteeView(ShowMatching matching, MentoringRights rights) {
        this.matching = matching;
        this.rights = rights;
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

    @Override
    public Map<String, Object> values(String businessKey, @Nullable String readerId) {
        if (readerId != null) {
            rights.check(readerId, businessKey, MentoringAction.READ_GAPS);
        }
        return values(businessKey);
    }
}
