package org.xinhuo.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has seen a version of a resource.
 *
 * @param kind {@code opened}, {@code downloaded} or, by HR, {@code inspected}
 * @param times how often, from {@code firstAt} to {@code lastAt}
 * @param reason why HR looked, else null
 */
public record ResourceView(
        String employeeId,
        int version,
        String kind,
        Instant firstAt,
        Instant lastAt,
        int times,
        @Nullable String reason) {}
