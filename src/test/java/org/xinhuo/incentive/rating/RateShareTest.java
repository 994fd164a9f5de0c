package org.xinhuo.incentive.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.sharing.Attendances;
import org.xinhuo.incentive.sharing.PlanShare;
import org.xinhuo.incentive.sharing.RecordAttendance;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.testing.SqlCount;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class RateShareTest {

    private static final String SHARE = "s";

    @Autowired
    TestCompany company;

    @Autowired
    PlanShare planShare;

    @Autowired
    RecordAttendance attendance;

    @Autowired
    Attendances attendances;

    @Autowired
    OpenRating openRating;

    @Autowired
    CloseRating closeRating;

    @Autowired
    RateShare rateShare;

    @Autowired
    Ratings ratings;

    @Autowired
    Shares shares;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SqlCount statements;

    @Autowired
    TransactionTemplate transaction;

    private final Instant now = Instant.parse("2026-03-02T02:00:00Z");

    @BeforeEach
    void aShareThatIsOver() {
        ClockUtil.setCurrentTime(Date.from(now));
        company.employee("wang").lecturer("wang", "default").employee("mei").employee("lin");
        planShare.plan(new PlanShare.Plan(SHARE, "wang", "t", now.plusSeconds(60), 30, null, null), null);
        attendance.record(SHARE, List.of("mei"), "wang");
    }

    @Test
    void aSecondRatingReplacesTheFirst() {
        openRating.open(SHARE);

        rateShare.rate(SHARE, "mei", 3, "zu schnell");
        rateShare.rate(SHARE, "mei", 9, " ");

        assertThat(ratings.figures(SHARE).count()).isEqualTo(1);
        assertThat(ratings.given(SHARE, "mei")).hasValueSatisfying(given -> {
            assertThat(given.score()).isEqualTo(9);
            assertThat(given.comment()).isNull();
        });
    }

    @Test
    void nobodyRatesBeforeTheWindowOpens() {
        refused(Refusal.Kind.CONFLICT, "incentive.ratingNotOpenYet", "mei", 8);
    }

    @Test
    void nobodyRatesWhenTheTimeIsOverThoughNoTimerHasFired() {
        Instant closesAt = openRating.open(SHARE);
        ClockUtil.setCurrentTime(Date.from(closesAt.minusMillis(1)));
        rateShare.rate(SHARE, "mei", 8, null);

        ClockUtil.setCurrentTime(Date.from(closesAt));

        refused(Refusal.Kind.CONFLICT, "incentive.ratingIsClosed", "mei", 7);
    }

    @Test
    void nobodyRatesAfterTheTimerHasFiredThoughTimeIsLeft() {
        openRating.open(SHARE);
        closeRating.close(SHARE);

        refused(Refusal.Kind.CONFLICT, "incentive.ratingIsClosed", "mei", 7);
    }

    @Test
    void onlyAttendeesRateAndNeverTheLecturer() {
        openRating.open(SHARE);

        refused(Refusal.Kind.FORBIDDEN, "incentive.onlyAttendeesRate", "lin", 8);
        refused(Refusal.Kind.FORBIDDEN, "incentive.lecturerDoesNotRate", "wang", 10);
        assertThatThrownBy(() -> rateShare.rate("ghost", "mei", 8, null))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void scoreAndCommentKeepTheirRules() {
        openRating.open(SHARE);

        refused(Refusal.Kind.INVALID, "form.outOfRange", "mei", 0);
        refused(Refusal.Kind.INVALID, "form.outOfRange", "mei", 11);
        for (String comment : List.of("x".repeat(2001), "a\0b")) {
            assertThatThrownBy(() -> rateShare.rate(SHARE, "mei", 8, comment)).isInstanceOf(Refusal.class);
        }
        rateShare.rate(SHARE, "mei", 8, "好".repeat(2000));
        assertThat(ratings.figures(SHARE).count()).isEqualTo(1);
    }

    @Test
    void whoIsAddedWhileTheWindowIsOpenRatesAndIsTold() {
        openRating.open(SHARE);

        assertThat(attendance.record(SHARE, List.of("lin", "mei"), "wang"))
                .isEqualTo(new RecordAttendance.Recorded(1, 2));

        rateShare.rate(SHARE, "lin", 8, null);
        assertThat(ratings.openFor("lin", now))
                .singleElement()
                .satisfies(open -> assertThat(open.score()).isEqualTo(8));
        assertThat(jdbc.sql("select count(*) from notice where person_id = 'lin' and code = 'incentive.ratingOpened'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void unknownPeopleAreAllNamedAndNobodyIsAdded() {
        company.employee("han").role("han", "hr");

        assertThatThrownBy(() -> attendance.record(SHARE, List.of("lin", "ghost", "a\0b", "phantom"), "han"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.arguments().toString()).contains("ghost", "phantom"));
        assertThatThrownBy(() -> attendance.record(SHARE, List.of("lin", "wang"), "han"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> attendance.record(SHARE, List.of("lin"), "mei"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        assertThat(attendances.of(SHARE)).containsExactly("mei");
    }

    @Test
    void twoHundredLearnersRateInTheSameSecondAndNothingIsLost() throws Exception {
        List<String> learners =
                IntStream.range(0, 200).mapToObj(number -> "learner-" + number).toList();
        transaction.executeWithoutResult(status -> learners.forEach(company::employee));
        attendance.record(SHARE, learners, "wang");
        openRating.open(SHARE);
        long version = version();

        List<Throwable> failures = together(learners.stream()
                .map(learner -> (Callable<Object>)
                        () -> rateShare.rate(SHARE, learner, 1 + learners.indexOf(learner) % 10, "好"))
                .toList());

        assertThat(failures).isEmpty();
        assertThat(ratings.figures(SHARE).count()).isEqualTo(200);
        // 1 to 10, twenty times each
        assertThat(ratings.figures(SHARE).mean()).isEqualByComparingTo("5.5");
        assertThat(version()).isEqualTo(version);
    }

    /** However many rate beside it: one statement, and nobody waits for a rating that is not committed yet. */
    @Test
    void aRatingIsOneStatementAndWaitsForNoOther() throws Exception {
        attendance.record(SHARE, List.of("lin"), "wang");
        openRating.open(SHARE);
        assertThat(statements.of(() -> rateShare.rate(SHARE, "mei", 5, null))).isEqualTo(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            transaction.executeWithoutResult(status -> {
                rateShare.rate(SHARE, "mei", 8, null);
                Future<Ratings.Given> beside = other.submit(() -> rateShare.rate(SHARE, "lin", 9, null));
                assertThat(beside).succeedsWithin(Duration.ofSeconds(20));
                assertThat(jdbc.sql("select mode from pg_locks l join pg_class c on c.oid = l.relation"
                                        + " where c.relname = 'share' and l.pid = pg_backend_pid()")
                                .query(String.class)
                                .list())
                        .as("no stronger lock than a shared one of the share's row")
                        .containsExactly("RowShareLock");
            });
        } finally {
            other.shutdownNow();
        }
        assertThat(ratings.figures(SHARE).count()).isEqualTo(2);
    }

    @Test
    void whatIsTakenWhileTheWindowClosesWasGivenBeforeIt() throws Exception {
        List<String> learners =
                IntStream.range(0, 60).mapToObj(number -> "learner-" + number).toList();
        transaction.executeWithoutResult(status -> learners.forEach(company::employee));
        attendance.record(SHARE, learners, "wang");
        openRating.open(SHARE);
        List<Callable<Object>> calls = new ArrayList<>();
        learners.forEach(learner -> calls.add(() -> rateShare.rate(SHARE, learner, 8, null)));
        int[] countedAtClosing = new int[1];
        calls.add(30, () -> {
            transaction.executeWithoutResult(status -> closeRating.close(SHARE));
            countedAtClosing[0] = ratings.figures(SHARE).count();
            return true;
        });

        List<Throwable> failures = together(calls);

        assertThat(failures).allSatisfy(failure -> assertThat(failure).isInstanceOf(Refusal.class));
        assertThat(ratings.figures(SHARE).count()).isEqualTo(countedAtClosing[0]);
        assertThat(failures).hasSize(60 - countedAtClosing[0]);
    }

    @Test
    void theWindowStaysAsItWasOpenedFirst() {
        Instant closesAt = openRating.open(SHARE);
        ClockUtil.setCurrentTime(Date.from(now.plus(Duration.ofHours(3))));

        assertThat(openRating.open(SHARE)).isEqualTo(closesAt);
        assertThat(closesAt).isEqualTo(now.plus(Duration.ofHours(24)));
    }

    private void refused(Refusal.Kind kind, String code, String learner, int score) {
        assertThatThrownBy(() -> rateShare.rate(SHARE, learner, score, null))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(kind);
                    assertThat(refusal.code()).isEqualTo(code);
                });
    }

    private long version() {
        return jdbc.sql("select version from share where id = ?")
                .param(SHARE)
                .query(Long.class)
                .single();
    }

    /** Runs all calls at once and gathers what they threw. */
    private static List<Throwable> together(List<Callable<Object>> calls) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        CountDownLatch begin = new CountDownLatch(1);
        try {
            List<Future<Object>> results = calls.stream()
                    .map(call -> threads.submit(() -> {
                        begin.await();
                        return call.call();
                    }))
                    .toList();
            begin.countDown();
            List<Throwable> failures = new ArrayList<>();
            for (Future<Object> result : results) {
                try {
                    result.get(60, TimeUnit.SECONDS);
                } catch (java.util.concurrent.ExecutionException failure) {
                    failures.add(failure.getCause());
                } catch (java.util.concurrent.TimeoutException tooSlow) {
                    failures.add(tooSlow);
                }
            }
            return failures;
        } finally {
            threads.shutdownNow();
        }
    }
}
