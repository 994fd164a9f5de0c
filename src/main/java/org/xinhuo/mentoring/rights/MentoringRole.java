package org.xinhuo.mentoring.rights;

import java.util.Locale;

/** What somebody is to one mentorship. The order is that of the columns of the table of rights. */
public enum MentoringRole {
    MENTEE,
    MENTOR,
    /** Stands in for the mentor for a while. */
    SUBSTITUTE,
    /** Mentored in this mentorship before, and no longer. */
    FORMER_MENTOR,
    /** Is being asked whether to become the mentor. */
    ASKED_MENTOR,
    /** Mentors others. */
    OTHER_MENTOR,
    /** The mentee's direct manager. */
    MANAGER,
    HR,
    AUDITOR,
    PROCESS_OWNER,
    ADMINISTRATOR,
    /** Any employee who is none of the others. */
    COLLEAGUE;

    /** As the table of rights writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
