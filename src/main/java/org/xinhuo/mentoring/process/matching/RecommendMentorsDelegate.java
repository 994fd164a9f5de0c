package org.xinhuo.mentoring.process.matching;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.matching.RecommendMentors;
import org.xinhuo.mentoring.process.stage.StageStart;

/** Makes the shortlist. */
@Component(MatchingModel.RECOMMEND_MENTORS)
class RecommendMentorsDelegate implements JavaDelegate {

    private final StageStart start;
    private final RecommendMentors recommendMentors;

    RecommendMentorsDelegate(StageStart start, RecommendMentors recommendMentors) {
        this.start = start;
        this.recommendMentors = recommendMentors;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String mentorshipId = start.ofUnpaired(execution).id();
        execution.setVariable(MatchingModel.ANY_MENTOR, recommendMentors.recommend(mentorshipId));
        execution.setVariable(MatchingModel.MENTOR_AGREED, recommendMentors.isAgreed(mentorshipId));
    }
}
