package org.xinhuo.incentive.opportunity;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An external training that lecturers may apply for.
 *
 * @param places at least 1
 * @param startsOn the first day of the training, where it is known
 * @param confirmBy when HR should have confirmed the places
 * @param closeAt until when places that are given back are given anew
 * @param calledOffWhy in HR's words, or null
 */
public record TrainingOffer(
        String id,
        String title,
        @Nullable String description,
        int places,
        Instant applyUntil,
        @Nullable LocalDate startsOn,
        State state,
        Instant publishedAt,
        Instant remindAt,
        Instant confirmBy,
        Instant closeAt,
        @Nullable String calledOffBy,
        @Nullable String calledOffWhy) {

    /** How far it is. */
    public enum State {
        /** Applications come in. */
        OPEN,
        /** The deadline has passed; HR has not confirmed yet. */
        RANKED,
        /** The places are given, and given anew where somebody withdraws. */
        GIVEN,
        /** The training has begun. */
        CLOSED,
        /** Nobody wanted to go. */
        UNUSED,
        CALLED_OFF;

        /** Whether anything can still happen to an application. */
        public boolean runs() {
            return this == OPEN || this == RANKED || this == GIVEN;
        }
    }

    /** Where people read it. */
    public String link() {
        return "/offers";
    }
}
