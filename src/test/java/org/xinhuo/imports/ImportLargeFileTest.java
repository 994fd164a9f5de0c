package org.xinhuo.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.testing.XinhuoTest;

/** A whole corporation in one file. Logs its figures; docs/imports.md quotes them. */
@XinhuoTest
class ImportLargeFileTest {

    private static final Logger LOG = LoggerFactory.getLogger(ImportLargeFileTest.class);

    private static final int PEOPLE = 100_000;

    /** The file itself is 10 MB, its rows as objects would be some 100 MB. */
    private static final long MOST_RETAINED = 24L << 20;

    @Autowired
    ImportFile importFile;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path directory;

    @Test
    void aHundredThousandPeopleComeInAtOnceAndAreNeverAllInMemory() throws IOException {
        Path file = directory.resolve("employees.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(ImportTesting.EMPLOYEES);
            for (int i = 0; i < PEOPLE; i++) {
                String manager = i == 0 ? "" : "p" + (i - 1) / 8;
                out.write("p" + i + ",员工" + i + ",p" + i + "@example.org,部门" + i % 40 + ",岗位" + i % 90 + "," + manager
                        + ",2021-03-01,zh-CN,Asia/Shanghai,CN,logical,visual\n");
            }
        }
        long before = heapInUse();
        Retained retained = new Retained(before);
        long start = System.nanoTime();
        ImportReport report = retained.whileRunning(() -> importFile.run("employees", file, false, Locale.ENGLISH));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        LOG.info(
                "{} employees in {} ms; at most {} KB of heap retained during the import",
                PEOPLE,
                took.toMillis(),
                retained.most() >> 10);

        assertThat(report).isEqualTo(new ImportReport("employees", PEOPLE, PEOPLE, 0, List.of(), null, List.of()));
        assertThat(jdbc.sql("select count(*) from employee")
                        .query(Integer.class)
                        .single())
                .isEqualTo(PEOPLE);
        assertThat(retained.most()).isLessThan(MOST_RETAINED);
        assertThat(took).isLessThan(Duration.ofMinutes(2));
    }

    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** What survives a garbage collection while something runs, above what was there before. */
    private static final class Retained {

        private final long before;
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile long most;

        Retained(long before) {
            this.before = before;
        }

        ImportReport whileRunning(Supplier<ImportReport> work) {
            Thread watcher = new Thread(this::watch);
            watcher.start();
            try {
                return work.get();
            } finally {
                over.countDown();
                try {
                    watcher.join();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private void watch() {
            try {
                do {
                    most = Math.max(most, heapInUse() - before);
                } while (!over.await(1, TimeUnit.SECONDS));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        long most() {
            return most;
        }
    }
}
