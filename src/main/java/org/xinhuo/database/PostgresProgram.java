package org.xinhuo.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once from the Maven artifact of this operating system. */
final class PostgresProgram {

    private static final boolean WINDOWS = osName().startsWith("windows");

    private final Path home;
    private final ServerUser user;

    private PostgresProgram(Path home, ServerUser user) {
        this.home = home;
        this.user = user;
    }

    /** @param directory where the programs lie, one directory a version */
    static PostgresProgram unpackedInto(Path directory, ServerUser user) throws IOException {
        String archive = archiveName();
        Path home = directory.resolve(hash(archive).substring(0, 12));
        if (!Files.isDirectory(home)) {
            Files.createDirectories(directory);
            try (Stream<Path> older = Files.list(directory)) {
                for (Path old : older.toList()) {
                    deleteTree(old);
                }
            }
            Path incomplete = directory.resolve("incomplete");
            unpack(archive, incomplete);
            Files.move(incomplete, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresProgram(home, user);
    }

    /** What a finished program left behind: its exit code and all it printed. */
    record Result(int exitCode, String output) {}

    /** Runs one of {@code initdb}, {@code pg_ctl}, {@code postgres} and waits for it. */
    Result run(Path printed, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(user.prefix());
        command.add(home.resolve("bin")
                .resolve(WINDOWS ? program + ".exe" : program)
                .toString());
        command.addAll(List.of(arguments));
        // Into a file: the server that pg_ctl starts keeps a pipe open, and reading it would never end.
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroy();
                throw new IOException(program + " did not end within five minutes");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + program + " ran", interrupted);
        }
        return new Result(process.exitValue(), new String(Files.readAllBytes(printed), StandardCharsets.UTF_8));
    }

    /** The major version, as in {@code PG_VERSION} of a cluster that it makes. */
    String majorVersion(Path printed) throws IOException {
        String line = run(printed, "postgres", "--version").output();
        return line.replaceFirst("(?s)^\\D*(\\d+).*$", "$1");
    }

    private static String archiveName() {
        String architecture = switch (System.getProperty("os.arch", "")) {
            case "aarch64" -> "arm_64";
            default -> "x86_64";
        };
        if (WINDOWS) {
            return "postgres-windows-x86_64.txz";
        }
        return "postgres-" + (osName().startsWith("mac") ? "darwin" : "linux") + "-" + architecture + ".txz";
    }

    private static String osName() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }

    private static InputStream open(String archive) throws IOException {
        InputStream content = PostgresProgram.class.getClassLoader().getResourceAsStream(archive);
        if (content == null) {
            throw new DatabaseUnavailable(
                    "No database is configured, and this build carries no PostgreSQL for this system (" + archive
                            + ").",
                    "Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD, or build on"
                            + " the system that runs it.");
        }
        return new BufferedInputStream(content);
    }

    private static String hash(String archive) throws IOException {
        try (DigestInputStream content = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(open(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, target);
            }
        }
    }

    private static void write(TarArchiveEntry entry, TarArchiveInputStream tar, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("an entry leaves the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(parentOf(file));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, target.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            if (!WINDOWS && (entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static Path parentOf(Path file) {
        @Nullable Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
