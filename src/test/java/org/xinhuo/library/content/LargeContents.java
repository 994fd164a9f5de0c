package org.xinhuo.library.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Stores a large content and reads it back, in a process of its own with 40 MB of heap. */
final class LargeContents {

    private LargeContents() {}

    /** @param address {@code local, directory} or {@code s3, endpoint, bucket} */
    static void storeAndReadBack(List<String> address, long size) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx40m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                LargeContents.class.getName(),
                String.valueOf(size)));
        command.addAll(address);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    /** What runs in the other process. */
    public static void main(String[] arguments) throws IOException {
        long size = Long.parseLong(arguments[0]);
        ContentStore store = arguments[1].equals("local")
                ? new LocalStore(Path.of(arguments[2]))
                : new S3Store(
                        ContentStores.client(S3Server.settings(URI.create(arguments[2]), arguments[3])),
                        arguments[3],
                        "large/");
        ContentKey key = ContentKey.fresh();
        store.put(key, () -> new Pattern(size), size);
        try (InputStream expected = new Pattern(size);
                InputStream stored = store.open(key, 0, size)) {
            byte[] one = new byte[1 << 16];
            byte[] other = new byte[1 << 16];
            long compared = 0;
            for (int count = expected.readNBytes(one, 0, one.length);
                    count > 0;
                    count = expected.readNBytes(one, 0, one.length)) {
                int back = stored.readNBytes(other, 0, count);
                if (back != count || !java.util.Arrays.equals(one, 0, count, other, 0, count)) {
                    throw new IllegalStateException("differs after " + compared + " bytes");
                }
                compared += count;
            }
            if (compared != size || stored.read() != -1) {
                throw new IllegalStateException("wrong length");
            }
        }
        store.delete(key);
        if (size < Runtime.getRuntime().maxMemory() * 4) {
            throw new IllegalStateException("the heap is too large to prove anything");
        }
    }

    /** So many bytes that do not repeat within a block, made as they are read. */
    private static final class Pattern extends InputStream {

        private final long size;
        private long at;

        Pattern(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            return at >= size ? -1 : (int) (at++ * 31 >>> 3) & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (at >= size) {
                return -1;
            }
            int count = (int) Math.min(length, size - at);
            for (int index = 0; index < count; index++) {
                target[offset + index] = (byte) (at++ * 31 >>> 3);
            }
            return count;
        }
    }
}
