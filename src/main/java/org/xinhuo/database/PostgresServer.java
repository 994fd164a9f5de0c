package org.xinhuo.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinhuo.database.PostgresProgram.Result;

/** The server process on one cluster of files: makes the files, starts it, stops it, also what a crash left over. */
final class PostgresServer {

    static final String LOG_FILE = "server.log";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    /** No process ever has it: PostgreSQL then knows that the pid file is old, and still checks its shared memory. */
    private static final String NO_PROCESS = Integer.toString(Integer.MAX_VALUE - 1);

    /** Between choosing a free port and listening on it, somebody else may take it. */
    private static final int ATTEMPTS = 5;

    private final Path home;
    private final Path cluster;
    private final Path printed;
    private final Path log;
    private final PostgresProgram program;
    private int port;

    private PostgresServer(Path home, Path cluster, PostgresProgram program) {
        this.home = home;
        this.cluster = cluster;
        this.printed = home.resolve("command.log");
        this.log = home.resolve(LOG_FILE);
        this.program = program;
    }

    static PostgresServer in(Path home) throws IOException {
        Path cluster = home.resolve("cluster");
        ServerUser user = ServerUser.forCluster(cluster);
        return new PostgresServer(home, cluster, PostgresProgram.unpackedInto(home.resolve("program"), user));
    }

    int port() {
        return port;
    }

    /** Makes the files of an empty server, unless they are there; a half-made one of a killed start is made anew. */
    void create(String superuser, Path passwordFile) throws IOException {
        if (Files.exists(cluster)) {
            checkVersion();
            return;
        }
        Path incomplete = home.resolve("cluster.incomplete");
        PostgresProgram.deleteTree(incomplete);
        Result result = program.run(
                printed,
                "initdb",
                "--pgdata=" + incomplete,
                "--username=" + superuser,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Orders by code point, as Java does, and alike on every operating system.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        if (result.exitCode() != 0) {
            throw failed("PostgreSQL cannot make its files", result.output());
        }
        Files.writeString(
                incomplete.resolve("postgresql.conf"),
                "\ninclude = 'xinhuo.conf'\n",
                StandardCharsets.US_ASCII,
                StandardOpenOption.APPEND);
        Files.move(incomplete, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void checkVersion() throws IOException {
        String made = Files.readString(cluster.resolve("PG_VERSION"), StandardCharsets.US_ASCII)
                .strip();
        String ours = program.majorVersion(printed);
        if (!made.equals(ours)) {
            throw new DatabaseUnavailable(
                    "The database in " + home + " was made by PostgreSQL " + made + ", this Xinhuo brings PostgreSQL "
                            + ours + ".",
                    "Export it with the Xinhuo that made it (pg_dump) and import it here, or start with another"
                            + " --xinhuo.data-directory.");
        }
    }

    void start() throws IOException {
        stopLeftover();
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            configure();
            Files.deleteIfExists(log);
            Result result = program.run(
                    printed, "pg_ctl", "--pgdata=" + cluster, "--log=" + log, "--wait", "--timeout=240", "start");
            if (result.exitCode() == 0) {
                return;
            }
            String words = result.output() + tail(log);
            if (attempt == ATTEMPTS || !words.contains("could not bind")) {
                throw failed("PostgreSQL does not start", words);
            }
        }
    }

    void stop() throws IOException {
        if (!Files.exists(pidFile())) {
            return;
        }
        // "fast" ends the sessions that are left and writes everything down.
        Result result =
                program.run(printed, "pg_ctl", "--pgdata=" + cluster, "--mode=fast", "--wait", "--timeout=120", "stop");
        if (result.exitCode() != 0 && Files.exists(pidFile())) {
            throw new IOException(result.output().strip());
        }
    }

    /** After {@code kill -9} of the application its server still runs; after a power cut only the pid file is left. */
    private void stopLeftover() throws IOException {
        if (!Files.exists(pidFile())) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile(), StandardCharsets.UTF_8);
        String pid = lines.isEmpty() ? "" : lines.get(0).strip();
        if (pid.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .filter(this::isOurServer)
                        .isPresent()) {
            LOG.info("Stopping the PostgreSQL that a killed Xinhuo left running (process {})", pid);
            stop();
        } else if (!lines.isEmpty()) {
            // The number may belong to another program by now, and PostgreSQL would take that for itself.
            List<String> stale = new ArrayList<>(lines);
            stale.set(0, NO_PROCESS);
            Files.write(pidFile(), stale, StandardCharsets.UTF_8);
        }
    }

    private boolean isOurServer(ProcessHandle process) {
        Optional<String[]> arguments = process.info().arguments();
        if (arguments.isPresent()) {
            return Stream.of(arguments.get()).anyMatch(argument -> argument.contains(cluster.toString()));
        }
        return process.info()
                .command()
                .filter(name -> name.contains("postgres"))
                .isPresent();
    }

    private Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Written at every start: the port changes, and so may our settings with a newer version. */
    private void configure() throws IOException {
        Files.writeString(cluster.resolve("xinhuo.conf"), """
                # Written by Xinhuo at every start.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                # For a machine that is used for other things too.
                max_connections = 60
                shared_buffers = '192MB'
                effective_cache_size = '768MB'
                work_mem = '8MB'
                maintenance_work_mem = '128MB'
                max_wal_size = '1GB'
                wal_compression = on
                random_page_cost = 1.1
                # Our queries are short: compiling them or sharing them out costs more than it brings.
                jit = off
                max_parallel_workers_per_gather = 0
                max_parallel_maintenance_workers = 0
                # What was confirmed is on the disk.
                fsync = on
                full_page_writes = on
                synchronous_commit = on
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_checkpoints = off
                log_min_messages = warning
                log_min_error_statement = fatal
                """.formatted(port), StandardCharsets.US_ASCII);
    }

    private DatabaseUnavailable failed(String sentence, String words) {
        if (words.contains("No space left on device")) {
            return diskFull(home, null);
        }
        String reason = Arrays.stream(words.split("\\R"))
                .filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("error:"))
                .reduce((earlier, later) -> later)
                .orElse(words)
                .strip();
        return new DatabaseUnavailable(
                sentence + " in " + home + ": " + reason,
                "See " + log + ", or set SPRING_DATASOURCE_URL to a database of your own.");
    }

    static DatabaseUnavailable diskFull(Path home, @org.jspecify.annotations.Nullable Throwable cause) {
        return new DatabaseUnavailable(
                "The disk that holds " + home + " is full.",
                "Make room there, or start with another --xinhuo.data-directory; nothing that was stored is lost.",
                cause);
    }

    private static String tail(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return text.substring(Math.max(0, text.length() - 4000));
    }
}
