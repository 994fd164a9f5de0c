package org.xinhuo.notification;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose about being written to.
 *
 * @param muted names of channels that stay silent
 * @param cadence null: as the company has it
 * @param hours null: as the region has it
 */
record Preference(
        Set<String> muted,
        @Nullable Cadence cadence,
        boolean urgentAnyTime,
        @Nullable WorkingHours hours) {

    /** Of somebody who has chosen nothing. */
    static final Preference NONE = new Preference(Set.of(), null, false, null);
}
