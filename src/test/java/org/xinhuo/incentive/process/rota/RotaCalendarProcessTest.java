package org.xinhuo.incentive.process.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.rota.ChangeRota;
import org.xinhuo.incentive.rota.PlanRota;
import org.xinhuo.incentive.rota.ShowRota;
import org.xinhuo.incentive.sharing.AskForChange;
import org.xinhuo.incentive.sharing.ShareMessages;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** The rota plans shares: by hand, every morning, and each day of its rule once. */
@XinhuoTest
class RotaCalendarProcessTest {

    /** A Monday, 10:00 in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-09-07T02:00:00Z");

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("rota-calendar");

    @Autowired
    TestCompany company;

    @Autowired
    ChangeRota change;

    @Autowired
    PlanRota plan;

    @Autowired
    ShowRota show;

    @Autowired
    AskForChange ask;

    @Autowired
    ShareMessages messages;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void people() {
        ClockUtil.setCurrentTime(Date.from(NOW));
        company.employee("han").role("han", "hr").employee("mei");
        for (String lecturer : List.of("a", "b", "c")) {
            company.employee(lecturer).lecturer(lecturer, "default");
        }
        company.employee("s").lecturer("s", "sales").employee("x").lecturer("x", "aaa");
    }

    @Test
    void everyDayOfTheRuleBecomesAShareByTurn() {
        weekly(21);

        List<PlanRota.Slot> planned = plan.plan("default");

        assertThat(planned).extracting(PlanRota.Slot::lecturerId).containsExactly("a", "b", "c");
        assertThat(planned)
                .extracting(PlanRota.Slot::startsAt)
                .containsExactly(
                        Instant.parse("2026-09-08T06:00:00Z"),
                        Instant.parse("2026-09-15T06:00:00Z"),
                        Instant.parse("2026-09-22T06:00:00Z"));
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("sharing")
                        .count())
                .isEqualTo(3);
        assertThat(show.turns("default")).hasSize(3).allSatisfy(turn -> {
            assertThat(turn.place()).isEqualTo("三楼");
            assertThat(turn.minutes()).isEqualTo(45);
        });
        assertThat(show.queue("default"))
                .extracting(ShowRota.Waiting::lecturerId)
                .containsExactly("a", "b", "c");
    }

    @Test
    void aSecondRunAndACancelledShareChangeNothing() {
        weekly(21);
        plan.plan("default");
        messages.cancel(show.turns("default").get(0).shareId());

        assertThat(plan.plan("default")).isEmpty();
        assertThat(show.turns("default")).hasSize(2);
    }

    @Test
    void twoNodesAtOncePlanEveryDayOnce() throws Exception {
        weekly(60);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        List<Future<Integer>> runs = java.util.stream.IntStream.range(0, 2)
                .mapToObj(node -> nodes.submit(() -> {
                    together.await();
                    return plan.plan("default").size();
                }))
                .toList();
        int both = runs.get(0).get() + runs.get(1).get();
        nodes.shutdown();

        assertThat(both).isEqualTo(show.turns("default").size());
        assertThat(jdbc.sql("select count(*) from share").query(Integer.class).single())
                .isEqualTo(both)
                .isPositive();
    }

    @Test
    void aPreviewSaysTheSameAndPlansNothing() {
        weekly(21);

        List<PlanRota.Slot> preview = plan.preview("default");

        assertThat(show.turns("default")).isEmpty();
        assertThat(plan.plan("default")).isEqualTo(preview);
    }

    /** 6 October is in the holidays, which end on the 7th; 29 September and 13 October are working days. */
    @Test
    void aHolidayMovesTheShareToTheNextWorkingDay() {
        weekly(36);

        assertThat(plan.plan("default"))
                .filteredOn(slot -> slot.slotOn().equals(LocalDate.of(2026, 10, 6)))
                .singleElement()
                .satisfies(slot -> {
                    assertThat(slot.startsAt()).isEqualTo("2026-10-08T06:00:00Z");
                    assertThat(slot.reason()).startsWith("国庆节");
                });
        assertThat(jdbc.sql("select calendar_version from rota_slot where slot_on = date '2026-10-06'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    /**
     * National Day 2026 is off from Thursday, 1 October, to the 7th. The rule takes the 8th and the 12th itself, so the
     * three turns of the holidays go on to Friday the 9th, the 10th (a moved working Saturday) and Tuesday the 13th.
     */
    @Test
    void holidaysPileNoTurnOnAnother() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-09-28T02:00:00Z")));
        write("FREQ=WEEKLY;BYDAY=MO,WE,TH", "mei", "han");

        List<PlanRota.Slot> preview = plan.preview("default");
        List<PlanRota.Slot> planned = plan.plan("default");

        assertThat(planned).isEqualTo(preview);
        assertThat(planned)
                .filteredOn(slot -> slot.startsAt() != null)
                .extracting(PlanRota.Slot::startsAt)
                .doesNotHaveDuplicates();
        assertThat(planned)
                .filteredOn(slot -> slot.slotOn().equals(LocalDate.of(2026, 10, 1)))
                .extracting(PlanRota.Slot::startsAt)
                .containsExactly(Instant.parse("2026-10-09T06:00:00Z"));
        assertThat(planned)
                .filteredOn(slot -> slot.slotOn().equals(LocalDate.of(2026, 10, 5)))
                .extracting(PlanRota.Slot::startsAt)
                .containsExactly(Instant.parse("2026-10-10T06:00:00Z"));
        assertThat(planned)
                .filteredOn(slot -> slot.slotOn().equals(LocalDate.of(2026, 10, 7)))
                .extracting(PlanRota.Slot::startsAt)
                .containsExactly(Instant.parse("2026-10-13T06:00:00Z"));
    }

    /** Every day is a day of the rule: those of the Spring Festival have nowhere to go, and no day has two. */
    @Test
    void aDailyRotaHasOneTurnADayAroundTheSpringFestival() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-02-01T02:00:00Z")));
        change.write(
                "default",
                new ChangeRota.Typed(true, "FREQ=DAILY", null, "14:00", 45, null, "CN", null, null, 21),
                "han");

        assertThat(plan.plan("default"))
                .filteredOn(slot -> slot.startsAt() != null)
                .extracting(PlanRota.Slot::startsAt)
                .doesNotHaveDuplicates()
                .contains(Instant.parse("2027-02-09T06:00:00Z"));
        assertThat(jdbc.sql("select count(*) from (select starts_at from share group by 1 having count(*) > 1) x")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aTopicThatIsLongerThanATitleStopsNobody() {
        company.write("update lecturer set topics = ? where employee_id = 'a'", "题".repeat(300));
        weekly(21);

        plan.plan("default");

        assertThat(show.turns("default"))
                .extracting(turn -> turn.title().length())
                .contains(200)
                .hasSize(3);
    }

    @Test
    void whoIsAwayIsPassedByAndComesBackFirst() {
        weekly(28);
        change.away("a", "2026-09-08", "2026-09-15", "a");

        assertThat(plan.plan("default")).extracting(PlanRota.Slot::lecturerId).containsExactly("b", "c", "a", "b");
    }

    @Test
    void whoLeavesBeforeTheDayHasNoTurn() {
        weekly(21);
        company.write("update employee set left_on = date '2026-09-10' where id = 'b'");

        assertThat(plan.plan("default")).extracting(PlanRota.Slot::lecturerId).containsExactly("a", "c", "a");
    }

    /** HR imports next month's colleague as a lecturer today. */
    @Test
    void whoIsHiredOrAppointedLaterHasNoTurnYetAndStopsNobody() {
        company.employee("soon", "Sales", "Consultant", null, LocalDate.of(2026, 10, 1))
                .lecturer("soon", "default")
                .employee("later")
                .lecturer("later", "default")
                .since("later", LocalDate.of(2026, 10, 1));
        weekly(60);

        assertThat(plan.plan("default")).extracting(PlanRota.Slot::lecturerId).containsOnly("a", "b", "c");
        assertThat(show.queue("default"))
                .extracting(ShowRota.Waiting::lecturerId)
                .doesNotContain("soon", "later");
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-10-05T02:00:00Z")));
        weekly(90);

        assertThat(plan.plan("default")).extracting(PlanRota.Slot::lecturerId).contains("soon", "later");
    }

    /** The calendar of Germany has lost its last rule: the group there cannot be planned. */
    @Test
    void aGroupThatCannotBePlannedHoldsUpNoOtherAndHrIsTold() throws IOException {
        String table = Files.readString(Path.of("dmn", "working-calendar.dmn"));
        int last = table.indexOf("<rule id=\"working-calendarRule63\">");
        String deployment = repository
                .createDeployment()
                .addString(
                        "working-calendar.dmn",
                        table.substring(0, last)
                                + table.substring(last).replaceFirst("<text ?/>", "<text>not(\"DE\")</text>"))
                .deploy()
                .getId();
        try {
            weekly(14);
            change.write(
                    "aaa",
                    new ChangeRota.Typed(true, "FREQ=DAILY", null, "14:00", 45, null, "DE", null, null, 14),
                    "han");
            runtime.startProcessInstanceByKey("rota-calendar");
            fireAll();
        } finally {
            repository.deleteDeployment(deployment, true);
        }

        assertThat(show.turns("default")).hasSize(2);
        assertThat(show.turns("aaa")).isEmpty();
        assertThat(jdbc.sql("select person_id from notice where code = 'rota.refusedToPlan' and arguments like '%aaa%'")
                        .query(String.class)
                        .list())
                .containsExactly("han");
        assertThat(jdbc.sql("select count(*) from share_invitation where role = 'AUDIENCE'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    /** Whatever else breaks in a group stays with it. */
    @Test
    void aBrokenGroupKeepsNeitherTheOthersNorTheAudiencesWaiting() {
        weekly(14);
        plan.plan("default");
        company.write("update employee set department = 'Academy' where id = 'mei'");
        company.employee("neu");
        change.write(
                "sales",
                new ChangeRota.Typed(
                        true, "FREQ=WEEKLY;BYDAY=TU", "2026-09-01", "14:00", 45, null, "CN", null, null, 14),
                "han");
        company.write("alter table rota_slot add constraint broken check (lecturer_group <> 'sales')");
        try {
            company.write("update share set audience = 'Academy'");
            runtime.startProcessInstanceByKey("rota-calendar");
            fireAll();

            assertThat(show.turns("sales")).isEmpty();
            assertThat(jdbc.sql("select distinct person_id from share_invitation"
                                    + " where role = 'AUDIENCE' and withdrawn_at is null")
                            .query(String.class)
                            .list())
                    .containsExactly("mei");
        } finally {
            company.write("alter table rota_slot drop constraint broken");
        }
    }

    /** The file of HR says that a leaves; HR calls the share off, and the next one gives it. */
    @Test
    void aDayThatALeaverCannotKeepIsPlannedAgain() {
        weekly(21);
        plan.plan("default");
        company.write("update employee set left_on = date '2026-09-08' where id = 'a'");
        runtime.startProcessInstanceByKey("rota-calendar");
        fireAll();
        assertThat(jdbc.sql("select person_id from notice where code = 'rota.leaverHasShares'")
                        .query(String.class)
                        .list())
                .containsExactly("han");

        messages.cancel(show.turns("default").get(0).shareId());
        assertThat(plan.plan("default"))
                .extracting(PlanRota.Slot::slotOn, PlanRota.Slot::lecturerId)
                .containsExactly(tuple(LocalDate.of(2026, 9, 8), "b"));
    }

    @Test
    void hrReadsWhichDaysWereCalledOffMovedAndLeftOutAndWhy() {
        weekly(36);
        plan.plan("default");
        List<ShowRota.Turn> turns = show.turns("default");
        ask.cancel(turns.get(0).shareId(), "嗓子哑了", "a");
        ask.move(
                turns.get(1).shareId(),
                new AskForChange.Move(Instant.parse("2026-09-16T06:00:00Z"), null, null, null),
                "会议室被占",
                "b");

        assertThat(jdbc.sql("select arguments from notice where person_id = 'han' and code = 'rota.cancelledHr'")
                        .query(String.class)
                        .single())
                .contains("员工a", "嗓子哑了");
        assertThat(show.days("default"))
                .extracting(ShowRota.Day::slotOn, ShowRota.Day::fate)
                .containsExactly(
                        tuple(LocalDate.of(2026, 9, 8), ShowRota.Fate.CANCELLED),
                        tuple(LocalDate.of(2026, 9, 15), ShowRota.Fate.MOVED),
                        tuple(LocalDate.of(2026, 10, 6), ShowRota.Fate.MOVED));
        assertThat(show.days("default"))
                .extracting(ShowRota.Day::reason)
                .satisfiesExactly(
                        one -> assertThat(one).isEqualTo("嗓子哑了"),
                        one -> assertThat(one).isEqualTo("会议室被占"),
                        one -> assertThat(one).startsWith("国庆节"));
    }

    @Test
    void aShareThatHasBegunIsReportedByItsLecturerAndNotCalledOff() {
        weekly(14);
        plan.plan("default");
        String share = show.turns("default").get(0).shareId();
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-09-08T06:10:00Z")));

        assertThatThrownBy(() -> ask.cancel(share, "没人来", "a"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rota.begunReportIt");
        ask.cancel(share, "没人来", "han");
    }

    /** Weekly, 52 a year: 52 / 12 = 4.3 a month, for three lecturers 1.4 each; with two a turn 104 / 36 = 2.9. */
    @Test
    void severalLecturersATurnEachHaveAShareOfTheirOwnAndReachTheTarget() {
        weekly(10);
        assertThat(plan.plan("default")).extracting(PlanRota.Slot::lecturerId).containsExactly("a", "b");
        assertThat(show.pace("default")).hasValueSatisfying(pace -> {
            assertThat(pace.each()).isEqualByComparingTo("1.4");
            assertThat(pace.target()).isEqualTo(2);
            assertThat(pace.tooSlow()).isTrue();
        });

        change.write(
                "default",
                new ChangeRota.Typed(
                        true, "FREQ=WEEKLY;BYDAY=TU", "2026-09-01", "14:00", 45, null, "CN", "三楼", "mei", 21, 2),
                "han");

        List<PlanRota.Slot> preview = plan.preview("default");
        assertThat(plan.plan("default")).isEqualTo(preview);
        assertThat(preview)
                .extracting(PlanRota.Slot::slotOn, PlanRota.Slot::number, PlanRota.Slot::lecturerId)
                .containsExactly(
                        tuple(LocalDate.of(2026, 9, 8), 2, "c"),
                        tuple(LocalDate.of(2026, 9, 15), 2, "a"),
                        tuple(LocalDate.of(2026, 9, 22), 1, "b"),
                        tuple(LocalDate.of(2026, 9, 22), 2, "c"));
        assertThat(plan.plan("default")).isEmpty();
        assertThat(show.pace("default")).hasValueSatisfying(pace -> {
            assertThat(pace.sharesAMonth()).isEqualByComparingTo("8.7");
            assertThat(pace.lecturers()).isEqualTo(3);
            assertThat(pace.each()).isEqualByComparingTo("2.9");
            assertThat(pace.tooSlow()).isFalse();
        });
    }

    /** All turns of a day move together. */
    @Test
    void theTurnsOfAHolidayMoveToTheSameDay() {
        change.write(
                "default",
                new ChangeRota.Typed(
                        true, "FREQ=WEEKLY;BYDAY=TU", "2026-09-01", "14:00", 45, null, "CN", null, null, 36, 2),
                "han");

        assertThat(plan.plan("default"))
                .filteredOn(slot -> slot.slotOn().equals(LocalDate.of(2026, 10, 6)))
                .extracting(PlanRota.Slot::startsAt)
                .containsExactly(Instant.parse("2026-10-08T06:00:00Z"), Instant.parse("2026-10-08T06:00:00Z"));
    }

    @Test
    void aRegionThatNoCalendarNamesIsSaidToHaveNone() {
        weekly(14);
        assertThat(plan.knowsHolidays("default")).isTrue();
        change.write(
                "sales",
                new ChangeRota.Typed(true, "FREQ=DAILY", null, "14:00", 45, null, "China", null, null, 14),
                "han");
        assertThat(plan.knowsHolidays("sales")).isFalse();
    }

    @Test
    void theTimeOfDayIsTheRotasOwnOnBothSidesOfAChangeOfTheClock() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-10-19T08:00:00Z")));
        change.write(
                "sales",
                new ChangeRota.Typed(
                        true, "FREQ=WEEKLY;BYDAY=WE", "2026-10-01", "14:00", 45, "Europe/Berlin", "DE", null, null, 14),
                "han");

        assertThat(plan.plan("sales"))
                .extracting(PlanRota.Slot::startsAt)
                .containsExactly(Instant.parse("2026-10-21T12:00:00Z"), Instant.parse("2026-10-28T13:00:00Z"));
    }

    @Test
    void everyMorningPlansTheActiveRotasAndInvites() {
        weekly(14);
        runtime.startProcessInstanceByKey("rota-calendar");
        fireAll();

        assertThat(show.turns("default")).hasSize(2);
        assertThat(jdbc.sql("select count(*) from share_invitation where role = 'AUDIENCE'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("rota-calendar")
                        .count())
                .isZero();
    }

    @Test
    void aWrongRuleIsRefusedAndTheOrderIsOfTheGroupAlone() {
        assertThatThrownBy(() -> write("FREQ=NOW", "mei", "han")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> write("FREQ=DAILY", "Mars", "han")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> write("FREQ=DAILY", "mei", "a")).isInstanceOf(Refusal.class);
        weekly(14);
        assertThatThrownBy(() -> change.order("default", List.of("a", "b"), "han"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> change.order("default", List.of("a", "b", "s"), "han"))
                .isInstanceOf(Refusal.class);
        change.order("default", List.of("c", "b", "a"), "han");

        assertThat(plan.plan("default")).extracting(PlanRota.Slot::lecturerId).containsExactly("c", "b");
    }

    private void weekly(int horizon) {
        change.write(
                "default",
                new ChangeRota.Typed(
                        true, "FREQ=WEEKLY;BYDAY=TU", "2026-09-01", "14:00", 45, null, "CN", "三楼", "mei", horizon),
                "han");
    }

    private void write(String rule, String audience, String by) {
        change.write(
                "default",
                new ChangeRota.Typed(true, rule, "2026-09-01", "14:00", 45, null, "CN", "三楼", audience, 14),
                by);
    }

    private void fireAll() {
        for (int round = 0; round < 10; round++) {
            List<Job> jobs = management
                    .createJobQuery()
                    .processDefinitionKey("rota-calendar")
                    .messages()
                    .list();
            jobs.forEach(job -> {
                try {
                    management.executeJob(job.getId());
                } catch (RuntimeException failed) {
                    assertThat(failed).hasStackTraceContaining("broken");
                }
            });
        }
    }
}
