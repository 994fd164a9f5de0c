package org.xinhuo.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/**
 * A PostgreSQL of our own in the data directory: made on the first start, kept between starts, reachable from this
 * machine only and with a password that lies beside it. Runs as long as this process does; what a killed process left
 * running is stopped by the next start.
 */
final class LocalPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);

    private static final String SUPERUSER = "postgres";
    /** The application's own role and database: it owns its tables and is no administrator of the server. */
    private static final String NAME = "xinhuo";

    private final Path home;
    private final PostgresServer server;
    private final DirectoryLock lock;
    private final String password;
    private final Runnable atShutdown = this::close;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LocalPostgres(Path home, PostgresServer server, DirectoryLock lock, String password) {
        this.home = home;
        this.server = server;
        this.lock = lock;
        this.password = password;
    }

    /**
     * Starts the database and waits until it answers.
     *
     * @param dataDirectory an absolute path; the database goes into {@code postgres} below it
     * @throws DatabaseUnavailable if it cannot be started, with the reason in one sentence
     */
    static LocalPostgres start(Path dataDirectory) {
        long begin = System.nanoTime();
        Path home = dataDirectory.resolve("postgres");
        try {
            Files.createDirectories(home);
            DirectoryLock lock = DirectoryLock.of(home);
            LocalPostgres postgres = null;
            try {
                String password = ServerPassword.in(home);
                postgres = new LocalPostgres(home, PostgresServer.in(home), lock, password);
                postgres.run();
                LOG.info(
                        "PostgreSQL keeps its data in {} and answered after {} ms",
                        home,
                        (System.nanoTime() - begin) / 1_000_000);
                return postgres;
            } catch (IOException | RuntimeException failure) {
                if (postgres == null) {
                    lock.close();
                } else {
                    postgres.close();
                }
                throw failure;
            }
        } catch (IOException failure) {
            throw unavailable(home, failure);
        }
    }

    private void run() throws IOException {
        // A termination in the middle of the application's start closes no bean; these run all the same.
        SpringApplication.getShutdownHandlers().add(atShutdown);
        server.create(SUPERUSER, home.resolve(ServerPassword.FILE));
        server.start();
        try (Connection connection = DriverManager.getConnection(url("postgres"), SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "select 1 from pg_roles where rolname = '" + NAME + "'")) {
                // Our own letters and digits: nothing to escape.
                statement.execute("create role " + NAME + " login password '" + password + "'");
            }
            if (isMissing(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        } catch (SQLException failure) {
            throw new DatabaseUnavailable(
                    "The database in " + home + " runs but does not let Xinhuo in: " + failure.getMessage(),
                    "If the file " + home.resolve(ServerPassword.FILE) + " was changed or lost, put it back.",
                    failure);
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return !found.next();
        }
    }

    String jdbcUrl() {
        return url(NAME);
    }

    String user() {
        return NAME;
    }

    String password() {
        return password;
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }

    /** Stops the server cleanly, then lets the next process have the directory. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            server.stop();
            lock.close();
            LOG.info("PostgreSQL is stopped");
        } catch (IOException failure) {
            LOG.warn("PostgreSQL in {} was not stopped; the next start will do it", home, failure);
        }
        try {
            SpringApplication.getShutdownHandlers().remove(atShutdown);
        } catch (IllegalStateException alreadyShuttingDown) {
            LOG.trace("These handlers are running just now", alreadyShuttingDown);
        }
    }

    private static DatabaseUnavailable unavailable(Path home, IOException failure) {
        if (String.valueOf(failure.getMessage()).contains("No space left on device")) {
            return PostgresServer.diskFull(home, failure);
        }
        if (failure instanceof AccessDeniedException denied) {
            return new DatabaseUnavailable(
                    "The data directory cannot be used: no permission for " + denied.getFile() + ".",
                    "Start Xinhuo as the user who owns " + home.getParent()
                            + ", or with another --xinhuo.data-directory.",
                    failure);
        }
        if (failure instanceof FileAlreadyExistsException notDirectory) {
            return new DatabaseUnavailable(
                    "The data directory cannot be used: " + notDirectory.getFile() + " is not a directory.",
                    "Start Xinhuo with another --xinhuo.data-directory.",
                    failure);
        }
        String what = failure instanceof FileSystemException file
                ? file.getFile() + ": " + file.getReason()
                : String.valueOf(failure.getMessage());
        return new DatabaseUnavailable(
                "The database in " + home + " cannot be started: " + what + ".",
                "See " + home.resolve(PostgresServer.LOG_FILE)
                        + ", or set SPRING_DATASOURCE_URL to a database of your own.",
                failure);
    }
}
