package org.xinhuo.calendar;

/** What a calendar asks its receiver to do (RFC 5546). */
public enum CalendarMethod {
    /** An invitation, or a new version of one. */
    REQUEST,
    /** The event is off, or no longer for this person. */
    CANCEL
}
