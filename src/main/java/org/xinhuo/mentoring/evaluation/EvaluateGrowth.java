package org.xinhuo.mentoring.evaluation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.coaching.LevelRules;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Competencies;

/** The mentor judges the mentee's levels, which become assessments, and recommends the next step. */
@Component
public class EvaluateGrowth {

    private final MentoringRights rights;
    private final Evaluations evaluations;
    private final JudgeLevels judgeLevels;
    private final Answers answers;
    private final Competencies competencies;
    private final CompanyTime time;

    EvaluateGrowth(
            MentoringRights rights,
            Evaluations evaluations,
            JudgeLevels judgeLevels,
            Answers answers,
            Competencies competencies,
            CompanyTime time) {
        this.rights = rights;
        this.evaluations = evaluations;
        this.judgeLevels = judgeLevels;
        this.answers = answers;
        this.competencies = competencies;
        this.time = time;
    }

    /**
     * Stores the mentor's answer.
     *
     * @param satisfaction 1 to 5
     * @param recommendation graduate, continue or rematch
     */
    @Transactional
    public void evaluate(
            String mentorshipId,
            String personId,
            List<LevelRules.Judged> judged,
            int satisfaction,
            String recommendation) {
        rights.check(personId, mentorshipId, MentoringAction.EVALUATE_GROWTH);
        Evaluation evaluation = evaluations.underWay(mentorshipId);
        var levels = judgeLevels.check(evaluation, judged);
        answers.ofMentor(evaluation, satisfaction, recommendation);
        answers.keep(evaluation, Answers.Kind.GROWTH, levels);
        levels.forEach((competency, level) ->
                competencies.assess(evaluation.menteeId(), competency, level, time.today(), "mentor"));
    }
}
