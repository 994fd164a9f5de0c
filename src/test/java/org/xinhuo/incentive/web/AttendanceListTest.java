package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.rating.OpenRating;
import org.xinhuo.incentive.rating.RateShare;
import org.xinhuo.incentive.sharing.AttendanceList;
import org.xinhuo.incentive.sharing.PlanShare;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Who may rate decides about money: the list can be read, people are added by name and taken off with a reason. */
@XinhuoWebTest
class AttendanceListTest {

    private static final String LIST = "/api/shares/s/attendance";
    private static final String REASON = "{\"reason\":\"当天请假，没有到场\"}";

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    PlanShare planShare;

    @Autowired
    AttendanceList list;

    @Autowired
    OpenRating openRating;

    @Autowired
    RateShare rateShare;

    @Autowired
    EngineDriver driver;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void aShare() {
        Instant now = Instant.parse("2026-03-02T02:00:00Z");
        ClockUtil.setCurrentTime(Date.from(now));
        for (String person : List.of("mei", "lin", "sun", "sun2", "qin", "zhao")) {
            company.employee(person);
        }
        company.write("update employee set name = '孙伟' where id in ('sun', 'sun2')");
        company.employee("han").role("han", "hr").role("qin", "auditor");
        company.employee("wang").lecturer("wang", "default");
        planShare.plan(new PlanShare.Plan("s", "wang", "老客户复购", now.plusSeconds(60), 30, null, null), null);
    }

    @Test
    void peopleAreAddedByIdOrWholeName() {
        assertThat(list.add("s", "mei, 员工lin；\n\nsun2", "wang").attendees()).isEqualTo(3);
        assertThat(list.add("s", "mei、员工lin", "wang").added()).isZero();

        AttendanceList.Shown shown = list.show("s", "wang");
        assertThat(shown.attendees())
                .extracting(AttendanceList.Attendee::employeeId, AttendanceList.Attendee::recordedBy)
                .containsExactlyInAnyOrder(tuple("mei", "员工wang"), tuple("lin", "员工wang"), tuple("sun2", "员工wang"));
        assertThat(shown.adds()).isTrue();
        assertThat(shown.removes()).isFalse();
    }

    @Test
    void whatIsNotClearAddsNobody() {
        refused("people.severalPeople", () -> list.add("s", "mei, 孙伟", "wang"));
        refused("incentive.unknownPeople", () -> list.add("s", "mei, 小王", "wang"));
        refused("incentive.lecturerDoesNotAttend", () -> list.add("s", "mei, 员工wang", "wang"));
        refused("form.listSize", () -> list.add("s", " ,\n；", "wang"));
        refused("incentive.attendanceNotYours", () -> list.add("s", "孙伟", "mei"));
        assertThat(list.show("s", "wang").attendees()).isEmpty();
    }

    @Test
    void hrTakesOffWhoWasNotThereAndTheReasonIsKept() {
        list.add("s", "mei, lin", "wang");
        Caller han = Caller.basic(port, "han");

        assertThat(han.post(LIST + "/mei/removal", REASON).status()).isEqualTo(204);

        assertThat(han.get(LIST).json().path("attendees").findValuesAsText("employeeId"))
                .containsExactly("lin");
        assertThat(han.get(LIST).json().path("removed").path(0).path("reason").asText())
                .isEqualTo("当天请假，没有到场");
        assertThat(driver.told("mei")).anyMatch(told -> told.contains("incentive.attendanceRemoved"));
        assertThatThrownBy(() -> jdbc.update("delete from attendance_removal")).hasMessageContaining("only added");
        openRating.open("s");
        refused("incentive.onlyAttendeesRate", () -> rateShare.rate("s", "mei", 3, null));
    }

    @Test
    void whoHasRatedStays() {
        list.add("s", "mei", "wang");
        openRating.open("s");
        rateShare.rate("s", "mei", 3, null);

        Answer answer = Caller.basic(port, "han").post(LIST + "/mei/removal", REASON);

        assertThat(answer.status()).isEqualTo(409);
        // Raters are nobody's business: the sentence does not say why.
        assertThat(answer.body().toLowerCase(Locale.ROOT)).doesNotContain("rated", "评分");
        assertThat(list.show("s", "han").attendees()).hasSize(1);
    }

    /** Nobody chooses a rival's raters, or tries out who has rated. */
    @Test
    void hrWhoLecturesPutsNobodyOnARivalsListAndTakesNobodyOff() {
        list.add("s", "mei", "wang");
        company.employee("hua").role("hua", "hr").lecturer("hua", "default");
        assertThat(Caller.basic(port, "hua").post(LIST + "/mei/removal", REASON).status())
                .isEqualTo(403);
        assertThat(list.show("s", "hua").removes()).isFalse();
        assertThat(Caller.basic(port, "hua")
                        .post("/api/shares/s/attendance", "{\"employeeIds\":[\"hua\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(list.show("s", "hua").adds()).isFalse();
        assertThat(list.show("s", "wang").attendees()).hasSize(1);
        assertThat(list.show("s", "han").removes()).isTrue();
    }

    @Test
    void aLecturerChoosesNoRatersAlsoInHr() {
        list.add("s", "mei", "wang");
        assertThat(Caller.basic(port, "wang")
                        .post(LIST + "/mei/removal", REASON)
                        .status())
                .isEqualTo(403);
        company.role("wang", "hr");
        assertThat(list.show("s", "wang").removes()).isFalse();
        assertThat(Caller.basic(port, "wang")
                        .post(LIST + "/mei/removal", REASON)
                        .status())
                .isEqualTo(403);
        assertThat(list.show("s", "wang").attendees()).hasSize(1);
    }

    @Test
    void strangersReadNothingAndOddRequestsAreAnswered() {
        list.add("s", "mei", "wang");
        assertThat(Caller.basic(port, "mei").get(LIST).status()).isEqualTo(403);
        assertThat(Caller.browser(port, "lin").get("/shares/s/attendance").status())
                .isEqualTo(403);
        assertThat(Caller.basic(port, "qin").get(LIST).status()).isEqualTo(200);
        assertThat(Caller.basic(port, "qin").post(LIST + "/mei/removal", REASON).status())
                .isEqualTo(403);
        Caller han = Caller.basic(port, "han");
        assertThat(han.post(LIST + "/lin/removal", REASON).status()).isEqualTo(404);
        for (String body : List.of("{}", "{\"reason\":7}", "{\"reason\":\"\\u0000\"}", "[]")) {
            assertThat(han.post(LIST + "/mei/removal", body).status()).as(body).isEqualTo(400);
        }
        assertThat(han.get("/api/shares/nothing/attendance").status()).isEqualTo(404);
        assertThat(Caller.browser(port, "han")
                        .formFrom("/shares/s/attendance", "/shares/s/attendance", Map.of("people", "a\0b"))
                        .status())
                .isLessThan(500);
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
