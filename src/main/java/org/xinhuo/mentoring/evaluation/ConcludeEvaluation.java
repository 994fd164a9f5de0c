package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.Outcome.DecisionRef;
import org.xinhuo.mentoring.TellPair;
import org.xinhuo.mentoring.log.CoachingLog;
import org.xinhuo.mentoring.log.LogKind;
import org.xinhuo.mentoring.log.NewEntry;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;

/** From the table's answer to the next step, and who or what decided it. */
@Component
@Transactional
public class ConcludeEvaluation {

    private static final String UNKNOWN = "–";

    private final MentoringRights rights;
    private final Evaluations evaluations;
    private final Answers answers;
    private final CoachingLog log;
    private final TellPair tellPair;
    private final CompanyTime time;

    ConcludeEvaluation(
            MentoringRights rights,
            Evaluations evaluations,
            Answers answers,
            CoachingLog log,
            TellPair tellPair,
            CompanyTime time) {
        this.rights = rights;
        this.evaluations = evaluations;
        this.answers = answers;
        this.log = log;
        this.tellPair = tellPair;
        this.time = time;
    }

    /** @param answer a step, or {@code ask HR} */
    public void recommend(String mentorshipId, String answer, DecisionRef decision) {
        Evaluation evaluation = evaluations.underWay(mentorshipId);
        evaluation.recommend(answer, decision.key(), decision.version(), decision.definitionId());
        evaluations.saveAndFlush(evaluation);
    }

    /**
     * HR has decided.
     *
     * @param personId who of HR; empty where the product itself does
     * @throws Refusal where the person is not HR, or is of the pair
     */
    public void decideBy(String mentorshipId, String personId) {
        if (!personId.isEmpty()) {
            rights.check(personId, mentorshipId, MentoringAction.DECIDE_NEXT_STEP);
        }
        Evaluation evaluation = evaluations.underWay(mentorshipId);
        evaluation.decideBy(personId);
        evaluations.saveAndFlush(evaluation);
    }

    /** @param nextStep graduate, continue or rematch */
    public void conclude(String mentorshipId, String nextStep) {
        Evaluation evaluation = evaluations.underWay(mentorshipId);
        evaluation.conclude(nextStep, time.now());
        evaluations.saveAndFlush(evaluation);
        logFigures(evaluation);
        log.record(NewEntry.of(mentorshipId, LogKind.CONCLUSION, evaluation.decidedBy(), "")
                .source(evaluation.id())
                .headline("mentoring.log.conclusion." + nextStep));
        if (nextStep.equals("continue")) {
            // Of the other ways they are told as they part.
            tellPair.tell(
                    mentorshipId, "evaluation/" + evaluation.id() + "/continues", "mentoring.notice.continues", "");
        }
    }

    /** What the mentor judged and what came of it; of the mentee's own evaluation nothing. */
    private void logFigures(Evaluation evaluation) {
        Map<String, BigDecimal> before = answers.levels(evaluation, Answers.Kind.BEFORE);
        Map<String, BigDecimal> after = answers.levels(evaluation, Answers.Kind.GROWTH);
        String levels = after.entrySet().stream()
                .map(level ->
                        level.getKey() + " " + written(before.get(level.getKey())) + " → " + written(level.getValue()))
                .collect(Collectors.joining(" · "));
        log.record(NewEntry.of(evaluation.mentorshipId(), LogKind.EVALUATION, null, "")
                .source("growth/" + evaluation.id())
                .headline(
                        "mentoring.log.growth",
                        levels.isEmpty() ? UNKNOWN : levels,
                        percent(evaluation.improvementRate()),
                        percent(evaluation.gapClosed()),
                        percent(evaluation.workMetricChange()))
                .about(after.keySet()));
    }

    private static String written(@Nullable BigDecimal level) {
        return level == null ? UNKNOWN : level.stripTrailingZeros().toPlainString();
    }

    private static String percent(@Nullable BigDecimal rate) {
        return rate == null
                ? UNKNOWN
                : rate.movePointRight(2).setScale(0, RoundingMode.HALF_UP).toPlainString() + "%";
    }
}
