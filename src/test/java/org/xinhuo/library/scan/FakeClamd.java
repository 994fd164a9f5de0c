package org.xinhuo.library.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks the protocol of ClamAV's daemon over TCP, and knows one virus. */
final class FakeClamd implements AutoCloseable {

    /** Split, so that no scanner finds it in this source. */
    static final byte[] EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!" + "$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    /** How it behaves. */
    enum Mood {
        WELL,
        LIMITED,
        SPEECHLESS,
        DEAF
    }

    private final ServerSocket server;
    private final Mood mood;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile long received;

    FakeClamd(Mood mood) throws IOException {
        this.mood = mood;
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "fake clamd");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    long received() {
        return received;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                if (mood != Mood.DEAF) {
                    try (socket) {
                        converse(socket);
                    }
                }
            } catch (IOException gone) {
                continue;
            }
        }
    }

    private void converse(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] command = in.readNBytes("zINSTREAM\0".length());
        if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
            answer(socket, "UNKNOWN COMMAND");
            return;
        }
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            byte[] chunk = in.readNBytes(length);
            if (chunk.length != length) {
                return;
            }
            received += length;
            if (first.size() < 4096) {
                first.write(chunk);
            }
            if (mood == Mood.LIMITED && received > 1024) {
                answer(socket, "INSTREAM size limit exceeded. ERROR");
                return;
            }
        }
        if (mood == Mood.SPEECHLESS) {
            return;
        }
        byte[] content = first.toByteArray();
        boolean virus = content.length >= EICAR.length && Arrays.equals(Arrays.copyOf(content, EICAR.length), EICAR);
        answer(socket, virus ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
    }

    private static void answer(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\0").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
