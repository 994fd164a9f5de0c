package org.xinhuo.mentoring.absence;

/** A pause is over, and timers go on, within the transaction in which that happened. */
public record MentorshipResumed(String mentorshipId) {}
