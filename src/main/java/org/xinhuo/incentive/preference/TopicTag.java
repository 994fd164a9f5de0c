package org.xinhuo.incentive.preference;

import java.time.Instant;

/**
 * What a lecturer said of a topic.
 *
 * @param topic as it was written
 */
public record TopicTag(String topic, Stance stance, Instant notedAt) {

    /** What a lecturer may say. */
    public enum Stance {
        /** An own tag: suggested rather than others. */
        LIKED,
        /** Never to be suggested. */
        AVOIDED,
        /** Not to be suggested for some time. */
        DISMISSED
    }
}
