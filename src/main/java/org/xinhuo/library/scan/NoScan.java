package org.xinhuo.library.scan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/** Where no scanner is configured: nothing is found, and no file is marked as scanned. */
final class NoScan implements VirusScan {

    @Override
    public Optional<String> findIn(InputStreamSource content) {
        return Optional.empty();
    }

    @Override
    public @Nullable String scanner() {
        return null;
    }
}
