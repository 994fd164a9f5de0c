package org.xinhuo.library;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * A file as it comes in.
 *
 * @param fileName as the sender names it
 * @param size in bytes
 * @param content may be opened more than once; it is never held in memory
 */
public record Upload(@Nullable String fileName, long size, InputStreamSource content) {}
