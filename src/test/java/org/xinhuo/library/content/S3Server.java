package org.xinhuo.library.content;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** An S3 server in a process of its own; Maven puts it into {@code target/s3mock} before the tests. */
final class S3Server implements AutoCloseable {

    private static final Path JAR = Path.of("target", "s3mock", "s3mock.jar");

    private final Process process;
    private final URI endpoint;

    private S3Server(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static S3Server start(Path directory, String bucket) throws IOException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: mvn process-test-resources brings it");
        }
        int http = freePort();
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + directory,
                        "-jar",
                        JAR.toString(),
                        "--com.adobe.testing.s3mock.httpPort=" + http,
                        "--server.port=" + freePort(),
                        "--com.adobe.testing.s3mock.store.root=" + directory.resolve("store"),
                        "--com.adobe.testing.s3mock.store.initial-buckets=" + bucket)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Files.createDirectories(directory.resolve("store"));
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> answers(http) || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(output));
        }
        return new S3Server(process, URI.create("http://localhost:" + http));
    }

    static S3Settings settings(URI endpoint, String bucket) {
        return new S3Settings(bucket, "", endpoint, "us-east-1", "key", "secret", true);
    }

    URI endpoint() {
        return endpoint;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
