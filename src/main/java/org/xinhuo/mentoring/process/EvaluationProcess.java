package org.xinhuo.mentoring.process;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.PausedWork;
import org.xinhuo.mentoring.evaluation.WaivableAnswer;
import org.xinhuo.mentoring.evaluation.WaiveAnswer;

/** What the application tells the process evaluation about somebody who does not answer. */
@Component
@Transactional
public class EvaluationProcess {

    /** Waited for by each of the two tasks of evaluation; brings no values along. */
    static final String MESSAGE = "evaluation.answerWaived";

    /** The local variable of a task that says whose answer it is. */
    static final String WAIVABLE = "waivable";

    private final MentoringProcess mentoring;
    private final WaiveAnswer waiveAnswer;
    private final ObjectProvider<PausedWork> paused;

    EvaluationProcess(MentoringProcess mentoring, WaiveAnswer waiveAnswer, ObjectProvider<PausedWork> paused) {
        this.mentoring = mentoring;
        this.waiveAnswer = waiveAnswer;
        this.paused = paused;
    }

    /** The answers that HR can go on without: asked for, not given, and by a model that knows how to do so. */
    @Transactional(readOnly = true)
    public List<WaivableAnswer> waivable(String mentorshipId) {
        return waiveAnswer.missing(mentorshipId).stream()
                .filter(answer -> mentoring.waitsFor(mentorshipId, MESSAGE, WAIVABLE, answer.code()))
                .toList();
    }

    /**
     * Goes on without an answer that somebody does not give.
     *
     * @param personId who asks: somebody of HR
     * @param answer self or growth
     * @param reason in words; kept for HR and auditors
     * @throws Refusal for anybody else, where the evaluation does not wait for this answer, while the mentorship is
     *     paused, without a reason, and where it runs by a model of before answers could be waived
     */
    public void waive(String mentorshipId, String personId, @Nullable String answer, @Nullable String reason) {
        waiveAnswer.expectMay(mentorshipId, personId);
        WaivableAnswer of = WaivableAnswer.of(answer);
        waiveAnswer.waive(mentorshipId, personId, of, reason);
        paused.forEach(work -> work.expectGoesOn(mentorshipId));
        if (!mentoring.send(mentorshipId, MESSAGE, Map.of(WAIVABLE, of.code()), Map.of())) {
            throw Refusal.conflict("mentoring.evaluation.cannotWaive");
        }
    }
}
