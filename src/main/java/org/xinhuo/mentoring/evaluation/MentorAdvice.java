package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xinhuo.engine.Outcome.DecisionRef;

/**
 * One piece of advice that a mentor got at an evaluation, as the table said it then, and whether it helped.
 *
 * @param target the figure that it is to change: hours, contacts, resources, improvement, competency or specificity
 * @param competency whose level it is to change, or null
 * @param before the figure then; null where there was none
 * @param after the same figure at the next evaluation; null before that
 * @param helped yes, no or too early: before the next evaluation with this mentor, or where nothing could be compared
 */
public record MentorAdvice(
        long id,
        String mentorId,
        String code,
        String textZh,
        String textEn,
        String target,
        @Nullable String competency,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after,
        String helped,
        DecisionRef decision,
        Instant givenAt) {

    /** In Chinese for who reads Chinese, else in English. */
    public String text(Locale reader) {
        return "zh".equals(reader.getLanguage()) ? textZh : textEn;
    }
}
