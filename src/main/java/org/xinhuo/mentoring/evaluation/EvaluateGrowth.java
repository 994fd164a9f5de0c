package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final PlanGrowth planGrowth;
    private final CompanyTime time;

    EvaluateGrowth(
            MentoringRights rights,
            Evaluations evaluations,
            JudgeLevels judgeLevels,
            Answers answers,
            Competencies competencies,
            PlanGrowth planGrowth,
            CompanyTime time) {
        this.rights = rights;
        this.evaluations = evaluations;
        this.judgeLevels = judgeLevels;
        this.answers = answers;
        this.competencies = competencies;
        this.planGrowth = planGrowth;
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
        answers.keep(evaluation, Answers.Kind.BEFORE, knownOutsideThePlan(evaluation, levels.keySet()));
        levels.forEach((competency, level) ->
                competencies.assess(evaluation.menteeId(), competency, level, time.today(), "mentor"));
    }

    /** Where a competency of the plan began was kept with the plan. */
    private Map<String, BigDecimal> knownOutsideThePlan(Evaluation evaluation, Set<String> judged) {
        Map<String, BigDecimal> known = new HashMap<>(competencies.levelsOf(evaluation.menteeId()));
        known.keySet().retainAll(judged);
        planGrowth.now(evaluation.mentorshipId()).ways().forEach(way -> known.remove(way.competency()));
        return known;
    }
}
