package org.xinhuo.library.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;

/** What every storage promises. */
abstract class ContentStoreContract {

    /** The storage under test; the same contents each time it is asked for, as after a restart. */
    abstract ContentStore store();

    /** What another process needs to know to use the same storage; see {@link LargeContents}. */
    abstract List<String> address();

    @Test
    void whatWasStoredComesBackAlsoAfterARestart() throws IOException {
        ContentKey key = ContentKey.fresh();
        store().put(key, content("话术：先问后答"), bytes("话术：先问后答").length);

        try (InputStream in = store().open(key, 0, bytes("话术：先问后答").length)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("话术：先问后答");
        }
    }

    @Test
    void aPartIsThatPartAndNoMore() throws IOException {
        ContentKey key = ContentKey.fresh();
        store().put(key, content("0123456789"), 10);

        try (InputStream in = store().open(key, 3, 4)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo("3456");
        }
        try (InputStream in = store().open(key, 9, 1)) {
            assertThat(in.read()).isEqualTo('9');
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void whatIsNotThereIsMissedByItsOwnName() {
        assertThatThrownBy(() -> store().open(ContentKey.fresh(), 0, 1)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void whatWasDeletedIsGoneAndMayBeDeletedAgain() throws IOException {
        ContentKey key = ContentKey.fresh();
        store().put(key, content("a"), 1);

        store().delete(key);
        store().delete(key);

        assertThatThrownBy(() -> store().open(key, 0, 1)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aContentThatBreaksOffIsNotStored() {
        ContentKey key = ContentKey.fresh();
        InputStreamSource broken = () -> new ByteArrayInputStream(bytes("0123456789")) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                int count = super.read(target, offset, Math.min(length, 4));
                if (pos > 8) {
                    throw new java.io.UncheckedIOException(new IOException("connection lost"));
                }
                return count;
            }
        };

        assertThatThrownBy(() -> store().put(key, broken, 10)).isNotNull();
        assertThatThrownBy(() -> store().open(key, 0, 1)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aContentThatIsShorterThanItSaysIsNotStored() {
        ContentKey key = ContentKey.fresh();

        assertThatThrownBy(() -> store().put(key, content("0123"), 10)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store().open(key, 0, 1)).isInstanceOf(NoSuchFileException.class);
    }

    /** In a process whose whole heap is a small part of it, there and back. */
    @Test
    void twoHundredMegabytesPassThroughASmallHeap() throws IOException, InterruptedException {
        LargeContents.storeAndReadBack(address(), 200L << 20);
    }

    static InputStreamSource content(String text) {
        return new ByteArrayResource(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
