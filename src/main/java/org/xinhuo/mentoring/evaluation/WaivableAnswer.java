package org.xinhuo.mentoring.evaluation;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/** Which of the two answers of an evaluation HR can go on without. */
public enum WaivableAnswer {
    /** The mentee's self-evaluation. */
    SELF,
    /** The mentor's evaluation of the growth. */
    GROWTH;

    /** As /api, the model and the tables write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Refusal where it is none of the two */
    public static WaivableAnswer of(@Nullable String code) {
        if (code == null || code.isBlank()) {
            throw Refusal.invalid("answer", "form.required", "answer");
        }
        return Arrays.stream(values())
                .filter(answer -> answer.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("answer", "form.notOneOf", "answer", code, "self, growth"));
    }
}
