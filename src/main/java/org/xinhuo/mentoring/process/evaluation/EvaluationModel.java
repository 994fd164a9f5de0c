package org.xinhuo.mentoring.process.evaluation;

/** The names that code and the model {@code evaluation} share. */
final class EvaluationModel {

    static final String KEY = "evaluation";

    static final String SELF_EVALUATE = "selfEvaluate";
    static final String EVALUATE_GROWTH = "evaluateGrowth";
    static final String DECIDE_NEXT_STEP = "decideNextStep";

    /** The table that recommends. */
    static final String DECISION = "next-step";

    /** Inputs of the table. */
    static final String MENTEE_RECOMMENDATION = "menteeRecommendation";

    static final String MENTOR_RECOMMENDATION = "mentorRecommendation";
    static final String GAP_CLOSED = "gapClosed";

    /** The table's answer, then HR's where the table asked; the result of the process. */
    static final String NEXT_STEP = "nextStep";

    /** An input of the table of deadlines. */
    static final String REGION = "region";

    private EvaluationModel() {}
}
