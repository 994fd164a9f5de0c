package org.xinhuo.mentoring.rights;

import java.util.Locale;

/** What somebody can read or do over many mentorships at once. Who may is data ({@code rights/mentoring.csv}). */
public enum CompanyAction {
    /** Execution rates of the company and of every department. */
    READ_EXECUTION_RATES,
    /** Execution rates of the own department. */
    READ_DEPARTMENT_RATES,
    /** What no mentor did in time, of everybody. */
    READ_DUTIES_OF_ALL,
    /** Who beside the pairs read which coaching log, when and why. */
    READ_LOG_READINGS,
    /** Cohorts, and how well their assignment went. */
    READ_COHORTS,
    /** Brings many mentees in at once, and compares weights before. */
    START_COHORT,
    /** Takes back a whole cohort. */
    WITHDRAW_COHORT,
    /** Announce that somebody leaves, take that back, and note that somebody works here again; nobody for himself. */
    MANAGE_DEPARTURES,
    /** Note on which days a mentor is away who is somebody else. */
    NOTE_LEAVE_OF_OTHERS,
    /** The same as a mentor for himself. */
    NOTE_OWN_LEAVE;

    /** As the table of rights writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
