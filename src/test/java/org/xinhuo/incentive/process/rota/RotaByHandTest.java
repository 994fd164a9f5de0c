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
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.rota.ChangeRota;
import org.xinhuo.incentive.rota.PlanRota;
import org.xinhuo.incentive.rota.ShowRota;
import org.xinhuo.incentive.sharing.AskForChange;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.XinhuoTest;

/** What HR does with the rota by hand: rules, previews, days that cannot be kept, and groups that cannot be planned. */
@XinhuoTest
class RotaByHandTest extends RotaStory {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("rota-calendar").only("inviteAudiences");

    @Autowired
    AskForChange ask;

    @Autowired
    RepositoryService repository;

    @Test
    void aPreviewSaysTheSameAndPlansNothing() {
        weekly(21);

        List<PlanRota.Slot> preview = plan.preview("default");

        assertThat(show.turns("default")).isEmpty();
        assertThat(plan.plan("default").slots()).isEqualTo(preview);
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
        assertThat(plan.plan("default").slots())
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
        company.employee("hu").role("hu", "hr").lecturer("hu", "sales");
        // Nothing is lost yet: as anybody of HR.
        ask.expectMayCancel(share, "hu");
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-09-08T06:10:00Z")));

        assertThatThrownBy(() -> ask.cancel(share, "没人来", "a"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rota.begunReportIt");
        assertThatThrownBy(() -> ask.cancel(share, "没人来", "hu"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rota.begunOfARival");
        ask.cancel(share, "没人来", "han");
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

        assertThat(plan.plan("default").slots())
                .extracting(PlanRota.Slot::lecturerId)
                .containsExactly("c", "b");
    }
}
