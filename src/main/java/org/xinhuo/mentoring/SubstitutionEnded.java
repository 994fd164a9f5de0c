package org.xinhuo.mentoring;

/**
 * Somebody stands in no more and the mentor of before does it again; told within the transaction in which it happens. Where
 * the pair parts meanwhile, {@link PairParted} is told instead.
 */
public record SubstitutionEnded(String mentorshipId, String substituteId, String mentorId) {}
