package org.xinhuo.mentoring.cohort;

import java.util.List;

/** Some of the mentees that HR named cannot be in a cohort; nothing was stored. */
public final class UnfitMentees extends RuntimeException {

    private final transient List<Unfit> all;

    /**
     * One of them.
     *
     * @param position in the list that was given, from 1
     * @param code in the message bundles, with the id as its argument
     */
    public record Unfit(int position, String menteeId, String code) {}

    UnfitMentees(List<Unfit> all) {
        super(all.toString());
        this.all = List.copyOf(all);
    }

    public List<Unfit> all() {
        return all;
    }
}
