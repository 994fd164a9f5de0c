package org.xinhuo.incentive.process.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.incentive.opportunity.TrainingOffer;
import org.xinhuo.incentive.opportunity.TrainingOffers;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.SqlCount;
import org.xinhuo.testing.SqlFaults;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** A training for which a thousand qualify: no step of it touches more than a portion of them, or asks for each alone. */
@XinhuoTest
class LargeTrainingOfferTest {

    private static final int QUALIFIED = 1_001;
    private static final int PORTION = 50;
    private static final int PORTIONS = 21;

    /** What a step may send, however many there are; one task costs the engine five statements. */
    private static final long OF_A_PORTION = PORTION * 10L;

    private static final long OF_ONE_STEP = 80;

    TrainingStory offer;

    @Autowired
    TrainingOffers offers;

    @Autowired
    EngineDriver driver;

    @Autowired
    SqlCount statements;

    @Autowired
    SqlFaults faults;

    @Autowired
    TestCompany company;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void aThousandLecturers(@Autowired ApplicationContext context) {
        offer = new TrainingStory(context);
        ClockUtil.setCurrentTime(Date.from(TrainingStory.NOW));
        company.employee("han").role("han", "hr");
        transaction.executeWithoutResult(open -> {
            jdbc.sql("set local session_replication_role = replica").update();
            for (String insert : List.of(
                    "insert into employee (id, name, department, job, hired_on, locale, time_zone, region) select"
                            + " 'l' || n, 'L' || n, 'Sales', 'Consultant', date '2021-01-01', 'zh-CN', 'Asia/Shanghai',"
                            + " 'CN'",
                    "insert into lecturer (employee_id, lecturer_group, since) select 'l' || n, 'default', date"
                            + " '2024-01-01'",
                    "insert into month_result (period, lecturer_id, revision, correction_id, review_id, department,"
                            + " lecturer_group, held, on_time, ratings, rating_sum, raters, reuses, target_shares,"
                            + " target_minutes, target_reuse, target_raters, targets_version, weight_shares,"
                            + " weight_rating, weight_reuse, weight_timeliness, weights_version, score, grade,"
                            + " grade_version, trace, confirmed_at) select '2026-02', 'l' || n, 0, null, 'any', 'Sales',"
                            + " 'default', 2, 2, 5, 50, 5, 3, 2, 30, 3, 5, 1, 0.2, 0.4, 0.3, 0.1, 1, n % 100,"
                            + " 'excellent', 1, '[]', now()")) {
                jdbc.sql(insert + " from generate_series(1, " + QUALIFIED + ") n")
                        .update();
            }
        });
    }

    @Test
    void isAnnouncedInOneStepAndAskedForPortionByPortion() throws Exception {
        assertThat(statements.of(this::publish)).isLessThan(OF_ONE_STEP);
        assertThat(tasks.createTaskQuery().count()).isZero();
        assertThat(count("select count(*) from notice where code = 'training.published'"))
                .isEqualTo(QUALIFIED);
        List<Job> portions = offer.messages("t");
        assertThat(portions).hasSize(PORTIONS);

        String first = portions.get(0).getId();
        int broken = 0;
        for (int at = 1; at <= 200 && faults.breakAt(at, () -> management.executeJob(first)); at += 60) {
            assertThat(tasks.createTaskQuery().count())
                    .as("a portion is asked or not")
                    .isZero();
            broken++;
        }
        assertThat(broken).isPositive();
        eachChangesAPortion(() -> offer.messages("t"));
        assertThat(tasks.createTaskQuery().taskDefinitionKey("applyForTraining").list())
                .extracting(task -> task.getAssignee())
                .doesNotHaveDuplicates()
                .hasSize(QUALIFIED);
    }

    @Test
    void isClosedPortionByPortionRankedAtOnceAndConfirmedInAFewStatements() throws Exception {
        publish();
        offer.run("t");
        everybodyApplies();
        List<Job> deadlines = timers("deadlinePassed");
        assertThat(deadlines).hasSize(PORTIONS);
        Job last = deadlines.get(PORTIONS - 1);
        for (Job deadline : deadlines.subList(0, PORTIONS - 1)) {
            assertThat(statements.of(() -> management.executeJob(deadline.getId())))
                    .isLessThan(OF_A_PORTION);
        }
        assertThat(offers.get("t").state()).as("while some are still asked").isEqualTo(TrainingOffer.State.OPEN);

        assertThat(statements.of(() -> management.executeJob(last.getId()))).isLessThan(OF_A_PORTION + OF_ONE_STEP);
        assertThat(count("select count(distinct rank) from training_application where rank between 1 and 1001"))
                .isEqualTo(QUALIFIED);
        assertThat(offer.order("t").subList(0, 3))
                .as("of those with 99 points, who applied first")
                .containsExactly("l99", "l199", "l299");

        assertThat(statements.of(() -> offer.confirm("han"))).isLessThan(OF_ONE_STEP);
        assertThat(count("select count(*) from training_application where state = 'PLACED' and rank = place"))
                .isEqualTo(100);
        assertThat(count("select count(*) from notice where code = 'training.placed'"))
                .isEqualTo(100);
        assertThat(count("select count(distinct arguments) from notice where code = 'training.waiting'"))
                .as("each is told a number of his or her own")
                .isEqualTo(QUALIFIED - 100);

        company.write("update employee set left_on = date '2024-01-01' where id in (select lecturer_id from"
                + " training_application where place <= 60)");
        assertThat(statements.of(() -> offer.fire("dayBegan"))).isLessThan(OF_ONE_STEP);
        assertThat(count("select count(*) from training_application where state = 'PLACED'"))
                .isEqualTo(100);
        assertThat(statements.of(() -> offer.fire("trainingBegan"))).isLessThan(OF_ONE_STEP);
        assertThat(count("select count(*) from notice where code = 'training.unplaced'"))
                .isEqualTo(QUALIFIED - 160);
        assertThat(offer.open()).isZero();
    }

    @Test
    void isCalledOffAtOnceAndItsTasksEndPortionByPortion() throws Exception {
        publish();
        for (int portion = 1; portion < PORTIONS; portion++) {
            management.executeJob(offer.messages("t").get(0).getId());
        }
        everybodyApplies();

        assertThat(statements.of(() -> driver.as("han", () -> offer.message(TrainingOfferModel.CALLED_OFF, "t"))))
                .isLessThan(OF_ONE_STEP + PORTIONS * 5L);

        assertThat(offers.get("t").state()).isEqualTo(TrainingOffer.State.CALLED_OFF);
        assertThat(count("select count(*) from notice where code = 'training.calledOff'"))
                .isEqualTo(QUALIFIED);
        driver.as("han", () -> offer.message(TrainingOfferModel.CALLED_OFF, "t"));
        eachChangesAPortion(this::due);
        assertThat(tasks.createTaskQuery().count()).isZero();
        assertThat(count("select count(*) from notice where code = 'training.calledOff'"))
                .as("once each")
                .isEqualTo(QUALIFIED);
        assertThat(offer.open()).isZero();
    }

    private void publish() {
        driver.as(
                "han",
                () -> runtime.startProcessInstanceByKey(
                        TrainingOfferModel.KEY, "t", TrainingStory.values(100, TrainingStory.UNTIL)));
    }

    private void everybodyApplies() {
        company.write("insert into training_application (offer_id, lecturer_id, reason, applied_at, state,"
                + " eligibility_version) select 't', 'l' || n, 'x', timestamptz '2026-03-03' + n * interval '1 second',"
                + " 'APPLIED', 1 from generate_series(1, " + QUALIFIED + ") n");
    }

    /** Runs each step that waits, and looks at what one transaction did. */
    private void eachChangesAPortion(Supplier<List<Job>> steps) throws Exception {
        for (List<Job> waiting = steps.get(); !waiting.isEmpty(); waiting = steps.get()) {
            String next = waiting.get(0).getId();
            long before = tasks.createTaskQuery().count();
            assertThat(statements.of(() -> management.executeJob(next))).isLessThan(OF_A_PORTION);
            assertThat(Math.abs(tasks.createTaskQuery().count() - before)).isLessThanOrEqualTo(PORTION);
        }
    }

    /** As the job executor would find them now. */
    private List<Job> due() {
        return management.createJobQuery().executable().list();
    }

    private List<Job> timers(String activity) {
        return management
                .createJobQuery()
                .activityId(activity)
                .orderByJobId()
                .asc()
                .list();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
