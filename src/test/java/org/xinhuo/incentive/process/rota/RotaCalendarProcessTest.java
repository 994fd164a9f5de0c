package org.xinhuo.incentive.process.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.incentive.rota.ChangeRota;
import org.xinhuo.incentive.rota.PlanRota;
import org.xinhuo.incentive.rota.ShowRota;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.XinhuoTest;

/** The rota plans shares: every morning, and each day of its rule once. */
@XinhuoTest
class RotaCalendarProcessTest extends RotaStory {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("rota-calendar").but("inviteAudiences");

    @Autowired
    RepositoryService repository;

    @Test
    void everyDayOfTheRuleBecomesAShareByTurn() {
        weekly(21);

        List<PlanRota.Slot> planned = plan.plan("default").slots();

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

        assertThat(plan.plan("default").slots()).isEmpty();
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
                    return plan.plan("default").slots().size();
                }))
                .toList();
        int both = runs.get(0).get() + runs.get(1).get();
        nodes.shutdown();

        assertThat(both).isEqualTo(show.turns("default").size());
        assertThat(jdbc.sql("select count(*) from share").query(Integer.class).single())
                .isEqualTo(both)
                .isPositive();
    }

    /** 6 October is in the holidays, which end on the 7th; 29 September and 13 October are working days. */
    @Test
    void aHolidayMovesTheShareToTheNextWorkingDay() {
        weekly(36);

        assertThat(plan.plan("default").slots())
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
        List<PlanRota.Slot> planned = plan.plan("default").slots();

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

        assertThat(plan.plan("default").slots())
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
    void aLecturerWithThreeTopicsSharesAnotherOneEachTimeThoughTheTurnComesEveryThirdWeek() {
        company.write("update lecturer set topics = '访谈;谈判;复盘' where employee_id = 'a'");
        weekly(63);

        plan.plan("default");

        assertThat(show.turns("default"))
                .filteredOn(turn -> turn.lecturerId().equals("a"))
                .extracting(ShowRota.Turn::title)
                .containsExactly("访谈", "谈判", "复盘");
    }

    @Test
    void whoIsAwayIsPassedByAndComesBackFirst() {
        weekly(28);
        change.away("a", "2026-09-08", "2026-09-15", "a");

        assertThat(plan.plan("default").slots())
                .extracting(PlanRota.Slot::lecturerId)
                .containsExactly("b", "c", "a", "b");
    }

    @Test
    void whoLeavesBeforeTheDayHasNoTurn() {
        weekly(21);
        company.write("update employee set left_on = date '2026-09-10' where id = 'b'");

        assertThat(plan.plan("default").slots())
                .extracting(PlanRota.Slot::lecturerId)
                .containsExactly("a", "c", "a");
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

        assertThat(plan.plan("default").slots())
                .extracting(PlanRota.Slot::lecturerId)
                .containsOnly("a", "b", "c");
        assertThat(show.queue("default"))
                .extracting(ShowRota.Waiting::lecturerId)
                .doesNotContain("soon", "later");
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-10-05T02:00:00Z")));
        weekly(90);

        assertThat(plan.plan("default").slots())
                .extracting(PlanRota.Slot::lecturerId)
                .contains("soon", "later");
    }

    /** Weekly, 52 a year: 52 / 12 = 4.3 a month, for three lecturers 1.4 each; with two a turn 104 / 36 = 2.9. */
    @Test
    void severalLecturersATurnEachHaveAShareOfTheirOwnAndReachTheTarget() {
        weekly(10);
        assertThat(plan.plan("default").slots())
                .extracting(PlanRota.Slot::lecturerId)
                .containsExactly("a", "b");
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
        assertThat(plan.plan("default").slots()).isEqualTo(preview);
        assertThat(preview)
                .extracting(PlanRota.Slot::slotOn, PlanRota.Slot::number, PlanRota.Slot::lecturerId)
                .containsExactly(
                        tuple(LocalDate.of(2026, 9, 8), 2, "c"),
                        tuple(LocalDate.of(2026, 9, 15), 2, "a"),
                        tuple(LocalDate.of(2026, 9, 22), 1, "b"),
                        tuple(LocalDate.of(2026, 9, 22), 2, "c"));
        assertThat(plan.plan("default").slots()).isEmpty();
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

        assertThat(plan.plan("default").slots())
                .filteredOn(slot -> slot.slotOn().equals(LocalDate.of(2026, 10, 6)))
                .extracting(PlanRota.Slot::startsAt)
                .containsExactly(Instant.parse("2026-10-08T06:00:00Z"), Instant.parse("2026-10-08T06:00:00Z"));
    }

    @Test
    void theTimeOfDayIsTheRotasOwnOnBothSidesOfAChangeOfTheClock() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-10-19T08:00:00Z")));
        change.write(
                "sales",
                new ChangeRota.Typed(
                        true, "FREQ=WEEKLY;BYDAY=WE", "2026-10-01", "14:00", 45, "Europe/Berlin", "DE", null, null, 14),
                "han");

        assertThat(plan.plan("sales").slots())
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

    /** Twelve days from 8 September to 1 October, three turns each. */
    @Test
    void whatIsTooMuchForOneRequestIsPlannedOnByItself() {
        change.write(
                "default",
                new ChangeRota.Typed(
                        false, "FREQ=WEEKLY;BYDAY=TU,WE,TH", null, "14:00", 45, null, "CN", "三楼", "mei", 28, 3),
                "han");
        List<PlanRota.Slot> preview = plan.preview("default");

        PlanRota.Planned first = plan.plan("default");
        fireAll();

        assertThat(preview).hasSize(36);
        assertThat(first.complete()).isFalse();
        assertThat(first.slots()).isEqualTo(preview.subList(0, PlanRota.PORTION));
        assertThat(show.turns("default")).hasSize(36);
        assertThat(plan.plan("default")).isEqualTo(new PlanRota.Planned(List.of(), true));
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(RotaCalendarModel.KEY)
                        .count())
                .isZero();
    }

    @Test
    void theNamesInCodeAreThoseInTheModel() {
        var model = repository.getBpmnModelInstance(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(RotaCalendarModel.KEY)
                .latestVersion()
                .singleResult()
                .getId());
        assertThat((Object) model.getModelElementById(RotaCalendarModel.PLAN_ROTA))
                .isNotNull();
        assertThat(model.getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactly(RotaCalendarModel.PLANNING_GOES_ON);
        assertThat(model.getModelElementsByType(MultiInstanceLoopCharacteristics.class))
                .extracting(MultiInstanceLoopCharacteristics::getCamundaElementVariable)
                .contains(RotaCalendarModel.LECTURER_GROUP);
        assertThat(model.getModelElementsByType(ConditionExpression.class))
                .extracting(ConditionExpression::getTextContent)
                .containsExactly("${" + RotaCalendarModel.ROTA_PLANNED + "}");
    }
}
