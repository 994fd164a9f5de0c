package org.xinhuo.mentoring.process.matching;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.TaskView;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.matching.ShowMatching;

/** Why nobody is left, and who could be named. */
@Component
class AssignMentorView implements TaskView {

    private final ShowMatching matching;
    private final Mentorships mentorships;

    AssignMentorView(ShowMatching matching, Mentorships mentorships) {
        this.matching = matching;
        this.mentorships = mentorships;
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
        return values(businessKey, null);
    }

    /** Why a mentor declined is for HR's eyes: a mentee who is of HR, too, reads it about nobody's answer to herself. */
    @Override
    public Map<String, Object> values(String businessKey, @Nullable String readerId) {
        if (readerId != null) {
            mentorships.get(businessKey).expectNotOfThePair(readerId);
        }
        return matching.forHr(businessKey);
    }
}
