package org.xinhuo.library.scan;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * ClamAV's daemon over TCP: the command {@code INSTREAM}, the content in chunks with their length before them, a chunk
 * of length zero, and one line of answer. Whatever is not one of its two answers counts as "cannot be told".
 */
final class Clamd implements VirusScan {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private static final String CLEAN = "stream: OK";
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;
    private static final int CONNECT_MILLIS = 5_000;

    private final String host;
    private final int port;
    private final Duration patience;

    /** @param patience how long one file may take from beginning to end */
    Clamd(String host, int port, Duration patience) {
        this.host = host;
        this.port = port;
        this.patience = patience;
    }

    @Override
    public Optional<String> findIn(InputStreamSource content) throws IOException {
        AtomicBoolean done = new AtomicBoolean();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, patience.toMillis()));
            // A daemon that has stopped reading would hold a writer for ever: no timeout of a socket covers writing.
            Executor later = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
            later.execute(() -> {
                if (!done.get()) {
                    close(socket);
                }
            });
            send(content, socket);
            return verdict(answer(socket.getInputStream()));
        } finally {
            done.set(true);
        }
    }

    private static void send(InputStreamSource content, Socket socket) throws IOException {
        try (InputStream in = content.getInputStream()) {
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK));
            out.write(COMMAND);
            byte[] chunk = new byte[CHUNK];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                if (count > 0) {
                    out.writeInt(count);
                    out.write(chunk, 0, count);
                }
            }
            out.writeInt(0);
            out.flush();
        }
    }

    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read > 0; read = in.read()) {
            line.write(read);
            if (line.size() > LONGEST_ANSWER) {
                throw new IOException("clamd answers without end");
            }
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    private static Optional<String> verdict(String answer) throws IOException {
        if (answer.equals(CLEAN)) {
            return Optional.empty();
        }
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            return Optional.of(found.group(1));
        }
        throw new IOException("clamd answers: " + answer);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // It is of no use any more, which is what was wanted.
        }
    }

    @Override
    public @Nullable String scanner() {
        return "clamd";
    }
}
