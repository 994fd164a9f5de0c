package org.xinhuo.mentoring.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.mentoring.MarkMentor;
import org.xinhuo.mentoring.coaching.LevelRules;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;

/** The mentee judges the own levels, which stay in the evaluation, and the mentor, which becomes a mark. */
@Component
public class SelfEvaluate {

    private final MentoringRights rights;
    private final Evaluations evaluations;
    private final JudgeLevels judgeLevels;
    private final Answers answers;
    private final MarkMentor markMentor;

    SelfEvaluate(
            MentoringRights rights,
            Evaluations evaluations,
            JudgeLevels judgeLevels,
            Answers answers,
            MarkMentor markMentor) {
        this.rights = rights;
        this.evaluations = evaluations;
        this.judgeLevels = judgeLevels;
        this.answers = answers;
        this.markMentor = markMentor;
    }

    /** @param satisfaction 1 to 5 */
    @Transactional
    public void evaluate(
            String mentorshipId,
            String personId,
            List<LevelRules.Judged> judged,
            int satisfaction,
            @Nullable String comment) {
        rights.check(personId, mentorshipId, MentoringAction.SELF_EVALUATE);
        Evaluation evaluation = evaluations.underWay(mentorshipId);
        var levels = judgeLevels.check(evaluation, judged);
        answers.ofMentee(evaluation, satisfaction, comment);
        answers.keep(evaluation, Answers.Kind.SELF, levels);
        markMentor.mark(mentorshipId, satisfaction);
    }
}
