package org.xinhuo.incentive.rota;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Starts the process of a share that the rota has planned, in the same transaction. */
public interface ShareStarts {

    /** A share to be. */
    record Planned(
            String shareId,
            String lecturerId,
            String title,
            Instant startsAt,
            int minutes,
            @Nullable String place,
            @Nullable String audience) {}

    void start(Planned share);
}
