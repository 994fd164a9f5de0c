package org.xinhuo.incentive.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Date;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.incentive.scoring.Lift.Event;
import org.xinhuo.incentive.scoring.Lift.Part;
import org.xinhuo.incentive.scoring.Lift.Step;
import org.xinhuo.testing.EmptyCompany;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** What is said to lift a month does lift it, by just so much. */
class LiftMonthTest {

    static final YearMonth JUNE = YearMonth.of(2026, 6);

    static ApplicationContext context;

    TestCompany company;
    JdbcClient jdbc;
    LecturerMonths months;
    LiftMonth lift;

    @XinhuoTest
    static class Company {}

    @BeforeContainer
    static void start() {
        context = new TestContextManager(Company.class).getTestContext().getApplicationContext();
    }

    @BeforeTry
    void anEmptyCompanyInTheMiddleOfJune() {
        EmptyCompany.empty(context);
        at("2026-06-14T02:00:00Z");
        company = context.getBean(TestCompany.class);
        jdbc = context.getBean(JdbcClient.class);
        months = context.getBean(LecturerMonths.class);
        lift = context.getBean(LiftMonth.class);
        company.employee("ann").lecturer("ann", "default");
    }

    /**
     * One share held in time, mean 8, one reuse: 10 + 32 + 10 + 10 = 62, a pass. A second share gives 10, a reuse 10; ten
     * points from five more raters make a mean of 9, 4 more. For 70: one reuse, or one share.
     */
    @Example
    void theGreatestGainComesFirstAndTheShortestPathIsNamed() {
        company.heldShare("s1", "ann", Instant.parse("2026-06-05T06:00:00Z"), 45, 1)
                .rated("s1", 8, 8, 8, 8, 8);
        Lift found = lift.of(ann());
        assertThat(found.state()).isEqualTo("open");
        assertThat(found.steps())
                .extracting(
                        Step::event,
                        Step::count,
                        Step::mean,
                        step -> step.gain().toPlainString(),
                        Step::grade)
                .containsExactly(
                        tuple(Event.SHARE, 1, null, "10.00", "good"),
                        tuple(Event.REUSE, 1, null, "10.00", "good"),
                        tuple(Event.RATINGS, 5, 10, "4.00", "pass"),
                        tuple(Event.RATINGS, 5, 9, "2.00", "pass"));
        assertThat(found.next().grade()).isEqualTo("good");
        assertThat(found.next().events()).hasSize(1);
        assertThat(found.next().score()).isEqualByComparingTo("72.00");
    }

    /** A mean of 6 fails whatever else is done: ratings have to come, and for them a share. */
    @Example
    void whoFailsByTheMeanNeedsRatings() {
        company.heldShare("s1", "ann", Instant.parse("2026-06-05T06:00:00Z"), 45, 3)
                .heldShare("s2", "ann", Instant.parse("2026-06-06T06:00:00Z"), 45, 3)
                .rated("s1", 6, 6, 6);
        assertThat(ann().grade().name()).isEqualTo("fail");
        Lift found = lift.of(ann());
        assertThat(found.next().grade()).isNotEqualTo("fail");
        assertThat(found.next().events())
                .containsExactly(new Part(Event.SHARE, 1, null), new Part(Event.RATINGS, 1, 10));
    }

    @Example
    void nothingLiftsAConfirmedMonthOrOneThatIsOverAndDone() {
        company.heldShare("s1", "ann", Instant.parse("2026-06-05T06:00:00Z"), 45, 1)
                .rated("s1", 8, 8, 8, 8, 8);
        at("2026-07-09T02:00:00Z");
        assertThat(lift.of(ann())).isEqualTo(new Lift("over", List.of(), null));
        assertThat(lift.of(ann().asConfirmed())).isEqualTo(new Lift("confirmed", List.of(), null));
    }

    /** The month is over, but a share of its last day is rated until tomorrow, and another was not reported. */
    @Example
    void afterTheEndOnlyWhatIsStillOpenCounts() {
        company.heldShare("s1", "ann", Instant.parse("2026-06-05T06:00:00Z"), 45, 1)
                .rated("s1", 8, 8)
                .share("s2", "ann", Instant.parse("2026-06-30T06:00:00Z"), "PLANNED", "SUBMITTED", 0, 0);
        company.write("update share set rating_opened_at = starts_at, rating_closes_at = timestamptz"
                + " '2026-07-02T00:00:00Z' where id = 's1'");
        company.employee("x");
        company.write("insert into share_attendance (share_id, employee_id) values ('s1', 'x')");
        at("2026-07-01T02:00:00Z");
        assertThat(lift.of(ann()).steps())
                .extracting(Step::event, Step::count)
                .contains(tuple(Event.REPORT, 1), tuple(Event.RATINGS, 1))
                .doesNotContain(tuple(Event.SHARE, 1), tuple(Event.REUSE, 1));
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void whatIsSaidIsWhatHappens(@ForAll long seed) {
        Random random = new Random(seed);
        for (int number = 0; number < random.nextInt(5); number++) {
            String id = "s" + number;
            int kind = random.nextInt(4);
            Instant starts = Instant.parse(kind == 3 ? "2026-06-20T06:00:00Z" : "2026-06-05T06:00:00Z");
            company.share(
                    id,
                    "ann",
                    starts,
                    kind < 2 ? "HELD" : "PLANNED",
                    kind == 3 ? "AWAITED" : random.nextBoolean() ? "SUBMITTED" : "LATE",
                    kind < 2 ? 20 + random.nextInt(30) : 0,
                    random.nextInt(2));
            if (kind < 2) {
                company.rated(id, random.ints(random.nextInt(5), 4, 11).toArray());
            }
        }
        LecturerMonth now = ann();
        Lift found = lift.of(now);
        for (Step step : found.steps()) {
            inVain(() -> {
                apply(new Part(step.event(), step.count(), step.mean()), "SUBMITTED");
                assertThat(ann().score()).as(step.toString()).isEqualByComparingTo(step.score());
                assertThat(ann().grade().name()).isEqualTo(step.grade());
            });
            inVain(() -> {
                if (step.event() == Event.CONTENT) {
                    apply(new Part(step.event(), 1, null), "LATE");
                }
                assertThat(step.score().subtract(ann().score()))
                        .as(step.toString())
                        .isEqualByComparingTo(step.gain());
            });
        }
        if (found.next() != null) {
            inVain(() -> {
                found.next().events().forEach(part -> apply(part, "SUBMITTED"));
                assertThat(ann().score())
                        .as(found.next().toString())
                        .isEqualByComparingTo(found.next().score());
                assertThat(ann().grade().name()).isEqualTo(found.next().grade()).isNotEqualTo(now.gradeName());
            });
        } else {
            assertThat(now.grade().name()).isEqualTo("excellent");
        }
    }

    private void apply(Part part, String content) {
        for (int one = 0; one < part.count(); one++) {
            switch (part.event()) {
                case SHARE -> share("further" + one, "HELD", "SUBMITTED", 45, 0);
                case REPORT ->
                    jdbc.sql("update share set state = 'HELD', reported_minutes = 45 where id ="
                                    + " (select id from share where state = 'PLANNED' and starts_at < '2026-06-14'"
                                    + " order by content_state = 'SUBMITTED' desc limit 1)")
                            .update();
                case CONTENT ->
                    jdbc.sql("update share set state = 'HELD', reported_minutes = 45, content_state = ?"
                                    + " where id = (select id from share where content_state = 'AWAITED' limit 1)")
                            .param(content)
                            .update();
                case REUSE -> share("reused" + one, "NOT_HELD", "LATE", 0, 1);
                case RATINGS -> rated(one, part.mean());
            }
        }
    }

    private void rated(int rater, int mark) {
        if (rater == 0) {
            share("rated", "NOT_HELD", "LATE", 0, 0);
        }
        jdbc.sql("insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                        + " values (?, 'X', 'D', 'J', date '2021-01-01', 'zh-CN', 'Asia/Shanghai', 'CN')")
                .param("x" + rater)
                .update();
        jdbc.sql("insert into rating (share_id, learner_id, score, rated_at) values ('rated', ?, ?, now())")
                .params("x" + rater, mark)
                .update();
    }

    private void share(String id, String state, String content, int minutes, int reuses) {
        jdbc.sql("insert into share (id, lecturer_id, title, starts_at, minutes, state, content_state,"
                        + " reported_minutes, imported_reuse) values (?, 'ann', 'T', ?, 45, ?, ?, ?, ?)")
                .params(id, Timestamp.from(Instant.parse("2026-06-22T06:00:00Z")), state, content, minutes, reuses)
                .update();
    }

    private void inVain(Runnable work) {
        context.getBean(TransactionTemplate.class).executeWithoutResult(open -> {
            work.run();
            open.setRollbackOnly();
        });
    }

    private LecturerMonth ann() {
        return months.find("ann", JUNE).orElseThrow();
    }

    private static void at(String instant) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
    }
}
