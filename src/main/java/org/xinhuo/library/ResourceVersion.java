package org.xinhuo.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xinhuo.library.content.ContentKey;

/**
 * One version of a resource.
 *
 * @param number from 1
 * @param size in bytes
 * @param sha256 of the content, in hexadecimal digits
 * @param scannedBy the virus scanner that found nothing, or null where none was configured
 */
record ResourceVersion(
        int number,
        ContentKey key,
        FileName name,
        String mediaType,
        long size,
        String sha256,
        @Nullable String scannedBy,
        Instant uploadedAt) {}
