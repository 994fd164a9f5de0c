package org.xinhuo.mentoring.rights;

import java.util.Locale;

/**
 * What somebody can do in a mentorship. Who may is data ({@code rights/mentoring.csv}); what somebody reads who may not
 * is the message {@code rights.refused.<code>}.
 */
public enum MentoringAction {
    /** Brings a mentee into the loop; asked about the mentee, who is in no mentorship yet. */
    START_MENTORSHIP,
    READ_MENTORSHIP,
    READ_COMPETENCIES,
    READ_METRICS,
    READ_RECOMMENDATIONS,
    CHOOSE_MENTOR,
    /** Where the mentee has gaps, for who is asked to become the mentor. */
    READ_GAPS,
    ACCEPT_MENTEE,
    ASSIGN_MENTOR,
    READ_PLAN,
    STATE_NEEDS,
    DRAFT_PLAN,
    AGREE_PLAN,
    CONFIRM_PLAN,
    MEDIATE_PLAN,
    REQUEST_PLAN_CHANGE,
    MARK_ACTION,
    READ_PROGRESS,
    WRITE_PROGRESS,
    SUGGEST_IMPROVEMENT,
    ANSWER_SUGGESTION,
    GIVE_GUIDANCE,
    EVALUATE_ABILITY,
    SHARE_EXPERIENCE,
    RECOMMEND_RESOURCE,
    CONNECT_DEPARTMENT,
    READ_ADVICE,
    READ_LOG,
    /** What the two wrote where it stands beside the log; of who is none of them on days of having opened the log. */
    READ_WORDS,
    WRITE_LOG,
    HAND_LOG_OVER,
    GIVE_TODO,
    FINISH_MENTEES_TODO,
    READ_MATERIALS,
    DOWNLOAD_MATERIALS,
    SHARE_MATERIALS,
    FORWARD_MATERIALS,
    SELF_EVALUATE,
    READ_SELF_EVALUATION,
    EVALUATE_GROWTH,
    DECIDE_NEXT_STEP,
    WAIVE_ANSWER,
    READ_WAIVERS,
    REQUEST_GRADUATION,
    REQUEST_REMATCH,
    PAUSE_MENTORSHIP,
    RESUME_MENTORSHIP,
    NAME_SUBSTITUTE,
    /** Also of who was named and does not stand in yet: nobody was asked. */
    END_SUBSTITUTION,
    WITHDRAW_MENTORSHIP;

    /** As the table of rights writes it, and the last part of the code of a refusal. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
