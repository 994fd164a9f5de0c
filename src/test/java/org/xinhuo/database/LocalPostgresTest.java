package org.xinhuo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Real processes on one data directory, whose name has a blank and Chinese characters as people's directories do. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "kills processes as Unix does")
class LocalPostgresTest {

    private static final String NAME = "数据 目录";

    @TempDir
    static Path directory;

    @Test
    void whatWasStoredIsThereAfterTheNextStart() throws Exception {
        try (OtherProcess first = OtherProcess.running(directory, NAME)) {
            execute(first, "create table if not exists kept (word text)");
            execute(first, "insert into kept values ('薪火')");
        }
        try (LocalPostgres second = LocalPostgres.start(data())) {
            assertThat(value(second, "select count(*) from kept where word = '薪火'"))
                    .isEqualTo("1");
            assertThat(value(second, "select length(word) from kept limit 1")).isEqualTo("2");
        }
    }

    @Test
    void aKilledProcessLosesNothingAndTheNextStartStopsItsServer() throws Exception {
        OtherProcess killed = OtherProcess.running(directory, NAME);
        execute(killed, "create table if not exists survived (number int)");
        execute(killed, "insert into survived values (1)");
        long orphan = serverProcess();
        killed.process.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (LocalPostgres next = LocalPostgres.start(data())) {
            assertThat(value(next, "select count(*) from survived")).isEqualTo("1");
            assertThat(serverProcess()).isNotEqualTo(orphan);
            await().until(() -> ProcessHandle.of(orphan).isEmpty());
        }
    }

    @Test
    void aKilledServerRecoversAtTheNextStart() throws Exception {
        try (OtherProcess running = OtherProcess.running(directory, NAME)) {
            execute(running, "create table if not exists recovered (number int)");
            execute(running, "insert into recovered values (1)");
            ProcessHandle server = ProcessHandle.of(serverProcess()).orElseThrow();
            running.process.destroyForcibly().waitFor();
            server.destroyForcibly();
            server.onExit().join();
        }
        try (LocalPostgres next = LocalPostgres.start(data())) {
            assertThat(value(next, "select count(*) from recovered")).isEqualTo("1");
        }
    }

    @Test
    void aTerminatedProcessStopsItsServerFirst() throws Exception {
        OtherProcess running = OtherProcess.running(directory, NAME);
        assertThat(pidFile()).exists();
        running.close();
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void aSecondStartOnTheDirectorySaysWhoHoldsIt() throws Exception {
        try (OtherProcess first = OtherProcess.running(directory, NAME)) {
            assertThatThrownBy(() -> LocalPostgres.start(data()))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessage("The data directory " + data() + " is in use by another Xinhuo (process "
                            + first.process.pid() + ").");
            execute(first, "select 1");
        }
    }

    @Test
    void aNumberOfAnotherProgramInAnOldPidFileDoesNoHarm() throws Exception {
        LocalPostgres.start(data()).close();
        // As after a restart of a container, where the same small numbers come again.
        Files.write(
                pidFile(),
                List.of(
                        Long.toString(ProcessHandle.current().pid()),
                        data().resolve("postgres/cluster").toString(),
                        "1"));
        try (LocalPostgres postgres = LocalPostgres.start(data())) {
            assertThat(value(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void onlyThisMachineAndOnlyThePasswordOpenIt() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(data())) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), "postgres", ""))
                    .isInstanceOf(SQLException.class);
            assertThat(value(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(value(postgres, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThat(Files.getPosixFilePermissions(data().resolve("postgres/password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void itWritesToTheDiskWhatItConfirmsAndSpeaksUtf8() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(data())) {
            assertThat(value(postgres, "show fsync")).isEqualTo("on");
            assertThat(value(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(value(postgres, "show server_encoding")).isEqualTo("UTF8");
            assertThat(value(postgres, "select upper('é')")).isEqualTo("É");
        }
    }

    @Test
    void filesOfAnotherMajorVersionAreNotTouched() throws Exception {
        LocalPostgres.start(data()).close();
        Path version = data().resolve("postgres/cluster/PG_VERSION");
        String ours = Files.readString(version);
        Files.writeString(version, "12\n");
        try {
            assertThatThrownBy(() -> LocalPostgres.start(data()))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("was made by PostgreSQL 12, this Xinhuo brings PostgreSQL " + ours.strip());
        } finally {
            Files.writeString(version, ours);
        }
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Path file =
                Files.writeString(Files.createTempDirectory(directory, "file").resolve("data"), "");
        assertThatThrownBy(() -> LocalPostgres.start(file))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void theSentenceAndWhatToDoAreShownInsteadOfAStackTrace() {
        FailureAnalysis analysis = new DatabaseUnavailableAnalyzer()
                .analyze(new IllegalStateException(new DatabaseUnavailable("It is full.", "Make room.")));
        assertThat(analysis.getDescription()).isEqualTo("It is full.");
        assertThat(analysis.getAction()).isEqualTo("Make room.");
    }

    @Test
    void aTakenWebPortStopsTheDatabaseAgain() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SpringApplicationBuilder application = new SpringApplicationBuilder(WebApplication.class)
                    .properties(
                            "server.address=127.0.0.1",
                            "server.port=" + taken.getLocalPort(),
                            "xinhuo.data-directory=" + data(),
                            "spring.main.banner-mode=off",
                            "spring.config.location=optional:classpath:/nothing/");
            assertThatThrownBy(application::run).hasRootCauseInstanceOf(BindException.class);
        }
        assertThat(data().resolve("postgres/cluster/PG_VERSION")).exists();
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void nothingIsEmbeddedWhereADatabaseIsNamed() {
        new ApplicationContextRunner()
                .withUserConfiguration(EmbeddedDatabaseConfiguration.class)
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://db/xinhuo")
                .run(context -> assertThat(context).doesNotHaveBean(LocalPostgres.class));
    }

    @Configuration(proxyBeanMethods = false)
    @Import(EmbeddedDatabaseConfiguration.class)
    @ImportAutoConfiguration(ServletWebServerFactoryAutoConfiguration.class)
    static class WebApplication {}

    private static Path data() {
        return directory.resolve(NAME);
    }

    private static Path pidFile() {
        return data().resolve("postgres/cluster/postmaster.pid");
    }

    private static long serverProcess() throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile()).get(0).strip());
    }

    private static void execute(OtherProcess process, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(process.url(), process.user(), process.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
