package org.xinhuo.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has downloaded or forwarded a resource for the first time; told in the transaction that counts it.
 *
 * @param ownerId who brought the resource in; never who reuses it
 * @param circle for which it is, or null
 * @param forwarded false where it was downloaded
 */
public record ResourceReused(
        String resourceId, String ownerId, @Nullable String circle, String employeeId, boolean forwarded, Instant at) {}
