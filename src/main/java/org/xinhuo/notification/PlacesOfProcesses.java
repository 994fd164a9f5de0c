package org.xinhuo.notification;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where HR sees what a process is about; a module says it for its own processes. */
@FunctionalInterface
public interface PlacesOfProcesses {

    /**
     * A path on our own pages; empty for other modules' processes, and where there is nothing to see.
     *
     * @param process its key
     * @param businessKey of the instance, or null where there is none yet
     */
    Optional<String> placeOf(String process, @Nullable String businessKey);
}
