package org.xinhuo.incentive.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would lift a lecturer's month, each figure by the same formula and table that the month itself is scored by.
 *
 * @param state whether anything can still happen: {@code open}, {@code over} (the month has ended; open ratings and
 *     reports still count) or {@code confirmed}
 * @param steps single events that lift the score, the greatest gain first; all else as it is now
 * @param next the fewest events to a better grade, or null where none within reach leads to one
 */
public record Lift(String state, List<Step> steps, @Nullable Path next) {

    /** Events that can lift a score. */
    public enum Event {
        /** One more share, of the required minutes, its content sent 24 hours before. */
        SHARE("shareOnTime"),
        /** The report of a share that has begun and was not reported. */
        REPORT("reportShare"),
        /** The content of a planned share in time instead of late. */
        CONTENT("submitOnTime"),
        /** One more person uses the content. */
        REUSE("reuse"),
        /** So many more ratings of such a mean. */
        RATINGS("ratings");

        private final String code;

        Event(String code) {
            this.code = code;
        }

        /** As the interfaces write it. */
        public String code() {
            return code;
        }
    }

    /**
     * An event, or several alike.
     *
     * @param count how many of them
     * @param mean of the ratings, 1 to 10; null for other events
     * @param gain points that it adds, two decimals
     * @param score of the month after it
     * @param grade after it
     */
    public record Step(
            Event event, int count, @Nullable Integer mean, BigDecimal gain, BigDecimal score, String grade) {}

    /** @param events what has to happen, together; {@code gain} of each is none: they count together */
    public record Path(String grade, BigDecimal score, List<Part> events) {}

    /** @param mean of the ratings; null for other events */
    public record Part(Event event, int count, @Nullable Integer mean) {}
}
