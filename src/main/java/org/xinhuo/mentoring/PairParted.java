package org.xinhuo.mentoring;

import org.jspecify.annotations.Nullable;

/**
 * A mentorship has ended, or its mentor has left it; told within the transaction in which it happens.
 *
 * @param mentorId who mentored until now, or null where nobody did
 * @param ended whether the mentorship has ended; otherwise another mentor is looked for
 */
public record PairParted(String mentorshipId, @Nullable String mentorId, boolean ended) {}
