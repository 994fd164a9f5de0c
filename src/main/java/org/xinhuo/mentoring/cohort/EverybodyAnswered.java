package org.xinhuo.mentoring.cohort;

/** The last member of a cohort answered, within the transaction in which that happened. */
public record EverybodyAnswered(String cohortId) {}
