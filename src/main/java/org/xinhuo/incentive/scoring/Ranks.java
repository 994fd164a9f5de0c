package org.xinhuo.incentive.scoring;

import org.jspecify.annotations.Nullable;

/**
 * The places of a lecturer in a month, each from 1, or null where there is none.
 *
 * @param rating for cash, over the whole company; none with too few raters
 * @param reuse by distinct reuses; none without any
 * @param department in the order of the rating rank, among the lecturers of the same department
 */
public record Ranks(
        @Nullable Integer rating,
        @Nullable Integer reuse,
        @Nullable Integer department) {}
