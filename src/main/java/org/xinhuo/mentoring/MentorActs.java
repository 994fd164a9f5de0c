package org.xinhuo.mentoring;

/**
 * Somebody mentors in a mentorship from now on, as its mentor or standing in for him; told within the transaction in
 * which it happens.
 */
public record MentorActs(String mentorshipId, String personId) {}
