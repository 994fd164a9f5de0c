package org.xinhuo.library;

import org.jspecify.annotations.Nullable;
import org.xinhuo.library.content.ContentKey;

/** A file that is clean and stored, but belongs to nothing yet. */
record ReceivedFile(
        ContentKey key,
        FileName name,
        String mediaType,
        long size,
        String sha256,
        @Nullable String scannedBy) {}
