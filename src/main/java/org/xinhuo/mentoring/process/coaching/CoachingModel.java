package org.xinhuo.mentoring.process.coaching;

import java.util.Map;
import org.xinhuo.mentoring.coaching.DutyKind;

/** The names that code and the model {@code coaching} share. */
final class CoachingModel {

    static final String KEY = "coaching";

    static final String GIVE_DEEP_GUIDANCE = "giveDeepGuidance";
    /** Waits for the period in which the next guidance is owed. */
    static final String GUIDANCE_OPENS = "guidanceOpens";

    static final String EVALUATE_ABILITY = "evaluateAbility";
    static final String SHARE_EXPERIENCE = "shareExperience";

    /** The step that is reached only when the plan is over. */
    static final String CLOSE_COACHING = "closeCoaching";

    /** The step that writes what passes beside an open task. */
    static final String PASS_PERIODS = "passPeriods";

    /** When a period passes next, or somebody is to be told of one. */
    static final String PERIODS_PASS_AT = "periodsPassAt";

    /** Whether another period can pass unseen. */
    static final String PERIODS_GO_ON = "periodsGoOn";

    /** The process that waits until nothing can be filed any more, one a coaching that ended with duties undone. */
    static final String SETTLEMENT = "duty-settlement";

    static final String OPEN_SETTLEMENT = "openSettlement";
    static final String TELL_MISSED = "tellMissed";

    /** When that is. */
    static final String SETTLES_AT = "settlesAt";

    /** First instant after the plan's last day. */
    static final String COACHING_ENDS_AT = "coachingEndsAt";

    /** Each row's variables begin with its word: {@code guidanceOpensAt}, {@code guidanceNext} and so on. */
    private static final Map<DutyKind, String> WORDS = Map.of(
            DutyKind.DEEP_GUIDANCE, "guidance",
            DutyKind.ABILITY_EVALUATION, "evaluation",
            DutyKind.EXPERIENCE_SHARING, "sharing");

    private CoachingModel() {}

    static String opensAt(DutyKind kind) {
        return WORDS.get(kind) + "OpensAt";
    }

    static String openNow(DutyKind kind) {
        return WORDS.get(kind) + "OpenNow";
    }

    static String remindAt(DutyKind kind) {
        return WORDS.get(kind) + "RemindAt";
    }

    static String dueAt(DutyKind kind) {
        return WORDS.get(kind) + "DueAt";
    }

    static String escalateAt(DutyKind kind) {
        return WORDS.get(kind) + "EscalateAt";
    }

    /** Whether another period follows. */
    static String next(DutyKind kind) {
        return WORDS.get(kind) + "Next";
    }
}
