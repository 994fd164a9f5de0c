package org.xinhuo.incentive.process.rota;

/** What the code and the model "rota-calendar" agree on; a test compares both. */
final class RotaCalendarModel {

    static final String KEY = "rota-calendar";

    static final String PLAN_ROTA = "planRota";

    static final String PLANNING_GOES_ON = "rota.planningGoesOn";

    /** Whose turn it is; given with the message, one of all groups in the morning. */
    static final String LECTURER_GROUP = "lecturerGroup";

    /** The answer of the gateway {@code isRotaPlanned}. */
    static final String ROTA_PLANNED = "rotaPlanned";

    private RotaCalendarModel() {}
}
