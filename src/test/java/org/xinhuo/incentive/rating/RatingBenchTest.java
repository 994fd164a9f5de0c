package org.xinhuo.incentive.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.incentive.sharing.PlanShare;
import org.xinhuo.incentive.sharing.RecordAttendance;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/**
 * How long a learner waits whose rating comes in the same second as 199 others, with a year of shares and ratings in the
 * tables. The time of each is counted from the moment when all begin, waiting for a connection included. Prints a table,
 * and leaves it in target/bench. {@code mvn -P bench test -Dtest=RatingBenchTest}.
 */
@Tag("bench")
@XinhuoTest
class RatingBenchTest {

    private static final Logger LOG = LoggerFactory.getLogger(RatingBenchTest.class);

    private static final int LEARNERS = 200;
    private static final int ROUNDS = 5;

    @Autowired
    TestCompany company;

    @Autowired
    PlanShare planShare;

    @Autowired
    RecordAttendance attendance;

    @Autowired
    OpenRating openRating;

    @Autowired
    RateShare rateShare;

    @Autowired
    Ratings ratings;

    private int made;

    private final Instant now = Instant.parse("2026-06-20T02:00:00Z");

    @Test
    void nobodyIsSlowedDownByTwoHundredInTheSameSecond() throws Exception {
        ClockUtil.setCurrentTime(Date.from(now));
        List<String> table = new ArrayList<>();
        table.add("| shares | ratings before | alone, median | 200 at once: median | 95th percentile | slowest |");
        table.add("|---|---|---|---|---|---|");
        company.employee("wang").lecturer("wang", "default");
        company.write("insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                + " select 'x' || n, 'x', 'Sales', 'Consultant', date '2021-01-01', 'zh-CN', 'Asia/Shanghai', 'CN'"
                + " from generate_series(1, 20000) n");
        measure(0, table);
        table.remove(2); // warms up
        measure(0, table);
        double slow = measure(48_000, table);
        String printed = String.join("\n", table);
        LOG.info("\n{}", printed);
        Files.writeString(Files.createDirectories(Path.of("target", "bench")).resolve("rating.md"), printed + "\n");

        assertThat(slow).as("95th percentile, milliseconds").isLessThan(1000);
    }

    /** A year's shares, with twenty-five ratings each. */
    private double measure(int shares, List<String> table) throws Exception {
        if (shares > 0) {
            company.write(
                    "insert into share (id, lecturer_id, title, starts_at, minutes, state, content_state)"
                            + " select 'b' || n, 'wang', 'x', timestamptz '2026-06-01' - n % 365 * interval '1 day',"
                            + " 45, 'HELD', 'SUBMITTED' from generate_series(1, ?) n",
                    shares);
            company.write(
                    "insert into rating (share_id, learner_id, score, rated_at) select 'b' || s,"
                            + " 'x' || (s % 19000 + n * 30), 5 + n % 5, timestamptz '2026-06-01'"
                            + " from generate_series(1, ?) s, generate_series(1, 25) n",
                    shares);
            company.write("analyze");
        }
        List<Double> alone = new ArrayList<>();
        List<Double> together = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String share = "s" + made++;
            List<String> learners =
                    IntStream.rangeClosed(1, LEARNERS).mapToObj(n -> "x" + n).toList();
            planShare.plan(new PlanShare.Plan(share, "wang", "t", now.plusSeconds(60), 30, null, null), null);
            attendance.record(share, learners, "wang");
            openRating.open(share);
            for (String learner : learners.subList(0, 20)) {
                long start = System.nanoTime();
                rateShare.rate(share, learner, 7, null);
                alone.add((System.nanoTime() - start) / 1e6);
            }
            together.addAll(atOnce(share, learners));
            assertThat(ratings.figures(share).count()).isEqualTo(LEARNERS);
        }
        alone.sort(null);
        together.sort(null);
        double slow = together.get(together.size() * 95 / 100);
        table.add(String.format(
                Locale.ROOT,
                "| %,d | %,d | %.1f ms | %.0f ms | %.0f ms | %.0f ms |",
                shares,
                shares * 25,
                alone.get(alone.size() / 2),
                together.get(together.size() / 2),
                slow,
                together.get(together.size() - 1)));
        return slow;
    }

    private List<Double> atOnce(String share, List<String> learners) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(LEARNERS);
        CountDownLatch ready = new CountDownLatch(LEARNERS);
        CountDownLatch go = new CountDownLatch(1);
        long[] begin = new long[1];
        try {
            List<Future<Double>> answers = new ArrayList<>();
            for (String learner : learners) {
                answers.add(threads.submit(() -> {
                    ready.countDown();
                    go.await();
                    rateShare.rate(share, learner, 8, "好");
                    return (System.nanoTime() - begin[0]) / 1e6;
                }));
            }
            ready.await();
            begin[0] = System.nanoTime();
            go.countDown();
            List<Double> took = new ArrayList<>();
            for (Future<Double> answer : answers) {
                took.add(answer.get());
            }
            return took;
        } finally {
            threads.shutdownNow();
        }
    }
}
