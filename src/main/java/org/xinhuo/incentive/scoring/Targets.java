package org.xinhuo.incentive.scoring;

/**
 * What a lecturer of a group should reach in a month, by the decision {@code share-targets}.
 *
 * @param minutes from how many reported minutes a share counts as held
 * @param raters without so many different raters there is no rank for cash
 * @param version the version of the decision
 */
public record Targets(int shares, int minutes, int reuse, int raters, int version) {

    /** The same numbers, whatever the version. */
    boolean same(Targets other) {
        return shares == other.shares && minutes == other.minutes && reuse == other.reuse && raters == other.raters;
    }
}
