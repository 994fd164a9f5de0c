package org.xinhuo.mentoring.coaching;

import java.util.Arrays;

/** The mentor's mandatory duties, named as in the decision table duty-cadence. */
public enum DutyKind {
    DEEP_GUIDANCE("deep-guidance"),
    ABILITY_EVALUATION("ability-evaluation"),
    EXPERIENCE_SHARING("experience-sharing");

    private final String code;

    DutyKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException where no duty has this code */
    public static DutyKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no duty is named " + code));
    }
}
