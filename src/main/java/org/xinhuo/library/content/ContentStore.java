package org.xinhuo.library.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import org.springframework.core.io.InputStreamSource;

/**
 * Keeps contents under keys. A content is written once and never changed; nothing is held in memory on the way in or
 * out, however large it is.
 */
public interface ContentStore {

    /**
     * Stores a content. When this returns, the content survives the end of the process and of the machine; when it
     * throws, nothing can be read under the key.
     *
     * @param content may be opened more than once
     * @param size of the content in bytes, at least 1; a content that ends earlier is not stored
     */
    void put(ContentKey key, InputStreamSource content, long size) throws IOException;

    /**
     * Opens a part of a content; the caller closes it.
     *
     * @param from the first byte, counted from 0
     * @param count how many bytes, at least 1; both must lie within the content
     * @throws NoSuchFileException where there is nothing under the key
     */
    InputStream open(ContentKey key, long from, long count) throws IOException;

    /** Removes what is stored or half stored under the key; there may be nothing. */
    void delete(ContentKey key) throws IOException;
}
