package org.xinhuo.library.content;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.core.io.InputStreamSource;

/**
 * Contents as files of one directory, in 256 subdirectories. A content is written under {@code incoming}, forced to the
 * disk and then moved to its place at once, so that a file in its place is always whole.
 */
final class LocalStore implements ContentStore {

    private static final int BUFFER = 64 * 1024;

    private final Path directory;
    private final Path incoming;

    LocalStore(Path directory) {
        this.directory = directory.toAbsolutePath();
        this.incoming = this.directory.resolve("incoming");
    }

    @Override
    public void put(ContentKey key, InputStreamSource content, long size) throws IOException {
        Path place = place(key);
        if (Files.exists(place)) {
            throw new FileAlreadyExistsException(place.toString());
        }
        Files.createDirectories(incoming);
        Path half = incoming.resolve(key.value());
        try {
            write(content, size, half);
            Files.createDirectories(shelf(key));
            Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
            force(shelf(key));
            force(directory);
        } catch (IOException failure) {
            Files.deleteIfExists(half);
            throw failure;
        }
    }

    private static void write(InputStreamSource content, long size, Path file) throws IOException {
        try (InputStream in = content.getInputStream();
                FileChannel out = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            long written = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
                while (bytes.hasRemaining()) {
                    written += out.write(bytes);
                }
            }
            if (written != size) {
                throw new EOFException("expected " + size + " bytes and got " + written);
            }
            out.force(true);
        }
    }

    /** Makes the new name itself last; systems on which a directory cannot be opened keep names by themselves. */
    private static void force(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    @Override
    public InputStream open(ContentKey key, long from, long count) throws IOException {
        SeekableByteChannel file = Files.newByteChannel(place(key), StandardOpenOption.READ);
        file.position(from);
        return new Part(Channels.newInputStream(file), count);
    }

    @Override
    public void delete(ContentKey key) throws IOException {
        Files.deleteIfExists(incoming.resolve(key.value()));
        Files.deleteIfExists(place(key));
    }

    private Path place(ContentKey key) {
        return shelf(key).resolve(key.value());
    }

    private Path shelf(ContentKey key) {
        return directory.resolve(key.value().substring(0, 2));
    }
}
