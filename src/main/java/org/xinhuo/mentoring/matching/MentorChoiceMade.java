package org.xinhuo.mentoring.matching;

/**
 * A mentee chose a mentor, left it to the system, or kept silent until the deadline; or there was nobody to choose from.
 * Within the transaction in which it happened.
 */
public record MentorChoiceMade(String mentorshipId) {}
