package org.xinhuo.library.scan;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/** Says whether a file carries a virus. */
public interface VirusScan {

    /**
     * Reads the whole content.
     *
     * @return the name of what was found; empty where the content is clean
     * @throws IOException where nobody can tell now; the content must then be treated as if it were not clean
     */
    Optional<String> findIn(InputStreamSource content) throws IOException;

    /** What to write beside a file that was found clean; null where nothing is looked at. */
    @Nullable
    String scanner();
}
