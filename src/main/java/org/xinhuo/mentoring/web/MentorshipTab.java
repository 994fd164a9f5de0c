package org.xinhuo.mentoring.web;

import java.util.Locale;

/** The pages of one mentorship, in the order of their tabs; the label is {@code mentorship.tab.<code>}. */
public enum MentorshipTab {
    OVERVIEW,
    PLAN,
    PROGRESS,
    COACHING,
    LOG,
    MATERIALS;

    /** Also the last part of the page's path, but for the overview. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the page of this mentorship is. */
    public String path(String mentorshipId) {
        return "/mentorships/" + mentorshipId + (this == OVERVIEW ? "" : "/" + code());
    }
}
