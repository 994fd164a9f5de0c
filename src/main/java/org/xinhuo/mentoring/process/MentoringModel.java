package org.xinhuo.mentoring.process;

/** What the code and the model "mentoring" agree on; a test compares both. */
final class MentoringModel {

    static final String PROCESS = "mentoring";

    static final String OPEN_MENTORSHIP = "openMentorship";
    static final String FIND_MENTOR = "findMentor";
    static final String NEGOTIATE_PLAN = "negotiatePlan";
    static final String STOP_MENTORSHIP = "stopMentorship";
    static final String WORK_TOGETHER = "workTogether";
    static final String COACH_MENTEE = "coachMentee";
    static final String EVALUATE_PROGRESS = "evaluateProgress";
    static final String GRADUATE_MENTEE = "graduateMentee";
    static final String RELEASE_MENTOR = "releaseMentor";

    static final String CLOSE_MENTORSHIP = "closeMentorship";

    static final String GRADUATION_REQUESTED = "mentoring.graduationRequested";
    static final String REMATCH_REQUESTED = "mentoring.rematchRequested";

    static final String SUBSTITUTE_NAMED = "mentoring.substituteNamed";
    static final String PAUSED = "mentoring.paused";
    static final String RESUMED = "mentoring.resumed";
    static final String MENTEE_LEFT = "mentoring.menteeLeft";

    static final String MENTEE_ID = "menteeId";
    static final String MENTOR_ID = "mentorId";

    private MentoringModel() {}
}
