package org.xinhuo.incentive.process.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.incentive.rota.ChangeRota;
import org.xinhuo.incentive.rota.PlanRota;
import org.xinhuo.testing.SqlCount;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** A rota of any size is planned in transactions of a few shares each, and comes out as if planned in one piece. */
@XinhuoTest
class RotaPortionsTest {

    /** A Monday, 10:00 in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-09-07T02:00:00Z");

    private static final int LECTURERS = 40;

    /** Of a share's process start and its invitation; 49 when this was written. */
    private static final int MOST_STATEMENTS_A_SHARE = 60;

    @Autowired
    TestCompany company;

    @Autowired
    ChangeRota change;

    @Autowired
    PlanRota plan;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SqlCount sql;

    @BeforeEach
    void people() {
        ClockUtil.setCurrentTime(Date.from(NOW));
        company.employee("han").role("han", "hr").employee("mei");
        IntStream.range(0, LECTURERS)
                .mapToObj("lecturer%02d"::formatted)
                .forEach(one -> company.employee(one).lecturer(one, "default"));
    }

    /** What was planned of a day, as it is stored. */
    private record Turn(String day, int number, String lecturer, Instant startsAt) {

        static Turn of(PlanRota.Slot slot) {
            return new Turn(slot.slotOn().toString(), slot.number(), slot.lecturerId(), slot.startsAt());
        }
    }

    /** Four Tuesdays, thirty turns each. */
    @Test
    void everyMorningPlansAFewSharesATransactionAndAllOfThem() {
        rota(28, 30);
        List<Turn> inOnePiece = inOnePiece();

        runtime.startProcessInstanceByKey(RotaCalendarModel.KEY);
        fireAll();

        assertThat(inOnePiece).hasSize(120);
        assertThat(stored()).isEqualTo(inOnePiece);
        assertThat(sharesByTransaction()).containsExactlyInAnyOrder(25, 25, 25, 25, 20);
    }

    @Test
    void aShareTakesAsManyStatementsHoweverManyThereAre() throws Exception {
        rota(28, 30);
        plan.planOrTell("default");

        long early = sql.of(() -> plan.planOrTell("default"));
        plan.planOrTell("default");
        long late = sql.of(() -> plan.planOrTell("default"));

        assertThat(late).isBetween(early - PlanRota.PORTION, early + PlanRota.PORTION);
        assertThat(early / PlanRota.PORTION).isLessThan(MOST_STATEMENTS_A_SHARE);
    }

    /** The second portion breaks: what the first has planned stays, and nothing is planned twice or forgotten. */
    @Test
    void afterACrashBetweenTwoPortionsTheRestIsPlannedOnce() {
        rota(14, 30);
        List<Turn> inOnePiece = inOnePiece();
        runtime.startProcessInstanceByKey(RotaCalendarModel.KEY);
        fire(planning());
        company.write("alter table rota_slot add constraint broken check (slot_on <> '2026-09-15') not valid");
        try {
            assertThatThrownBy(() -> fire(planning())).hasStackTraceContaining("broken");
        } finally {
            company.write("alter table rota_slot drop constraint broken");
        }
        assertThat(stored()).isEqualTo(inOnePiece.subList(0, PlanRota.PORTION));

        fireAll();

        assertThat(stored()).isEqualTo(inOnePiece);
    }

    @Test
    void twoPlannersAtOncePlanEveryTurnOnce() throws Exception {
        rota(21, 30);
        List<Turn> inOnePiece = inOnePiece();
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> both = IntStream.range(0, 2)
                    .mapToObj(node -> nodes.submit(() -> {
                        together.await();
                        boolean complete = false;
                        while (!complete) {
                            complete = plan.planOrTell("default");
                        }
                        return complete;
                    }))
                    .toList();
            for (Future<Boolean> one : both) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(stored()).isEqualTo(inOnePiece);
        assertThat(jdbc.sql("select count(*) from share").query(Integer.class).single())
                .isEqualTo(inOnePiece.size());
    }

    private void rota(int horizonDays, int lecturers) {
        change.write(
                "default",
                new ChangeRota.Typed(
                        true,
                        "FREQ=WEEKLY;BYDAY=TU",
                        null,
                        "14:00",
                        45,
                        null,
                        "CN",
                        null,
                        "mei",
                        horizonDays,
                        lecturers),
                "han");
    }

    private List<Turn> inOnePiece() {
        return plan.preview("default").stream().map(Turn::of).toList();
    }

    private List<Turn> stored() {
        return jdbc.sql("select r.slot_on, r.number, s.lecturer_id, s.starts_at from rota_slot r"
                        + " join share s on s.id = r.share_id order by r.slot_on, r.number")
                .query((row, number) -> new Turn(
                        row.getString("slot_on"),
                        row.getInt("number"),
                        row.getString("lecturer_id"),
                        row.getTimestamp("starts_at").toInstant()))
                .list();
    }

    /** PostgreSQL keeps with each row which transaction has written it. */
    private List<Integer> sharesByTransaction() {
        return jdbc.sql("select count(*) from rota_slot group by xmin")
                .query(Integer.class)
                .list();
    }

    private Job planning() {
        return management
                .createJobQuery()
                .processDefinitionKey(RotaCalendarModel.KEY)
                .activityId(RotaCalendarModel.PLAN_ROTA)
                .singleResult();
    }

    private void fire(Job job) {
        management.executeJob(job.getId());
    }

    private void fireAll() {
        for (Job job = planning(); job != null; job = planning()) {
            fire(job);
        }
    }
}
