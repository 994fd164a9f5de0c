package org.xinhuo.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A second Java process that runs the database, as far as one can be had: to be killed, asked to end, or in the way. */
class OtherProcess implements AutoCloseable {

    final Process process;
    private final List<String> connection;

    private OtherProcess(Process process, List<String> connection) {
        this.process = process;
        this.connection = connection;
    }

    /** What runs in the other process: starts the database, tells how to reach it, and waits to be ended. */
    public static void main(String[] arguments) throws Exception {
        LocalPostgres postgres = new SpringApplicationBuilder(EmbeddedDatabaseConfiguration.class)
                .web(WebApplicationType.NONE)
                .run("--xinhuo.data-directory=" + arguments[0], "--spring.config.location=optional:classpath:/nothing/")
                .getBean(LocalPostgres.class);
        Path told = Path.of(arguments[1]);
        Path fresh = told.resolveSibling(told.getFileName() + ".new");
        Files.write(fresh, List.of(postgres.jdbcUrl(), postgres.user(), postgres.password()));
        Files.move(fresh, told, StandardCopyOption.ATOMIC_MOVE);
        Thread.currentThread().join();
    }

    /** @param dataDirectory relative to the working directory, or absolute */
    static OtherProcess running(Path workingDirectory, String dataDirectory) throws IOException {
        Path told = Files.createTempDirectory(workingDirectory, "told").resolve("connection");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        OtherProcess.class.getName(),
                        dataDirectory,
                        told.toString())
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.resolveSibling("output").toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> Files.exists(told) || !process.isAlive());
        if (!Files.exists(told)) {
            throw new IllegalStateException(Files.readString(told.resolveSibling("output")));
        }
        return new OtherProcess(process, Files.readAllLines(told));
    }

    String url() {
        return connection.get(0);
    }

    String user() {
        return connection.get(1);
    }

    String password() {
        return connection.get(2);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
