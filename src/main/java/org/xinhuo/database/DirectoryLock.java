package org.xinhuo.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One Xinhuo on a directory. The operating system gives the lock back when the process ends, however it ends; the file
 * only tells a second process who holds it.
 */
final class DirectoryLock implements AutoCloseable {

    /** Far behind the text: where locks are mandatory, the text must stay readable. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws DatabaseUnavailable if another process, or another application in this one, holds the directory */
    static DirectoryLock of(Path directory) throws IOException {
        Path file = directory.resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = tryLock(channel) != null;
            if (!locked) {
                throw new DatabaseUnavailable(
                        "The data directory " + directory.getParent() + " is in use by another Xinhuo (" + holder(file)
                                + ").",
                        "Stop that one first, or start this one with another --xinhuo.data-directory.");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    ("process " + ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
            return new DirectoryLock(channel);
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String holder(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? "a process that is just starting" : text;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
