package org.xinhuo.mentoring.process.absence;

import java.util.Set;

/** The names that code and the parts of the model {@code mentoring} about absence share. */
final class AbsenceModel {

    static final String KEY = "mentoring";

    static final String SAY_HOW_IT_GOES = "sayHowItGoes";
    static final String ANSWER = "answer";

    static final String UNTIL = "until";
    static final String FROM = "from";
    static final String SUBSTITUTE = "substituteId";

    static final String PAUSE_ENDS_AT = "pauseEndsAt";
    static final String SUBSTITUTION_BEGINS_AT = "substitutionBeginsAt";
    static final String SUBSTITUTION_ENDS_AT = "substitutionEndsAt";
    static final String SUBSTITUTION_ID = "substitutionId";

    static final String PAIR_IS_SILENT = "pairIsSilent";
    static final String HR_IS_REMINDED = "hrIsReminded";
    static final String SILENCE_DUE_AT = "silenceDueAt";
    static final String SILENCE_HR_AT = "silenceHrAt";

    /** Events that wait for a day of the calendar and not for time that passes: a pause does not hold them. */
    static final Set<String> BY_THE_CALENDAR = Set.of("pauseEnds", "substitutionBegins", "substitutionEnds");

    /** Their instants. */
    static final Set<String> CALENDAR_INSTANTS = Set.of(PAUSE_ENDS_AT, SUBSTITUTION_BEGINS_AT, SUBSTITUTION_ENDS_AT);

    private AbsenceModel() {}
}
