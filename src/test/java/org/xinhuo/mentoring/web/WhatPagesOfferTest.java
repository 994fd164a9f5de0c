package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.absence.NoteLeave;
import org.xinhuo.mentoring.process.AbsenceProcess;
import org.xinhuo.people.Groups;
import org.xinhuo.testing.Caller;

/** A page offers what can be done now, filled in with what is known, and says for whom a pair waits. */
class WhatPagesOfferTest extends PairOverHttp {

    @Autowired
    AbsenceProcess absence;

    @Autowired
    Mentorships mentorships;

    @Test
    void noAnswerIsMissingWhileThePairIsPaused() {
        story.plan(id);
        mentoring.requestGraduation(id, "mei");
        assertThat(page("han", "")).contains("waive-self");
        absence.pause(id, "mei", null, null);
        assertThat(page("han", "")).doesNotContain("waive-self");
        absence.resume(id, "mei");
        assertThat(page("han", "")).contains("waive-self");
    }

    /** Away from the 1st to the 20th day, li stands in from the 1st to the 5th: the 6th to the 20th are open. */
    @Test
    void theFormForASubstituteBeginsWithTheDaysForWhichNobodyStandsIn(@Autowired NoteLeave noteLeave) {
        LocalDate today = time.today();
        noteLeave.note("wang", today.plusDays(1), today.plusDays(20), "wang");
        assertThat(page("wang", ""))
                .contains("value=\"" + today.plusDays(1) + '"', "value=\"" + today.plusDays(20) + '"');
        absence.nameSubstitute(id, "wang", "li", today.plusDays(1), today.plusDays(5));
        assertThat(page("wang", ""))
                .contains("value=\"" + today.plusDays(6) + '"', "value=\"" + today.plusDays(20) + '"')
                .doesNotContain("value=\"" + today.plusDays(1) + '"');
    }

    @Test
    void thePlanWaitsForHrWhileHrMediates() {
        story.complete(id, "stateNeeds", "needs", "speak in front of people");
        draft("draftPlan");
        for (int round = 1; round <= 2; round++) {
            story.complete(id, "reviewPlan", "agreed", false, "changeRequest", "less");
            assertThat(page("mei", "/plan")).contains("is to be revised by the mentor");
            draft("revisePlan");
        }
        story.complete(id, "reviewPlan", "agreed", false, "changeRequest", "still less");
        assertThat(page("mei", "/plan"))
                .contains("version 3 waits for HR")
                .doesNotContain("is to be revised by the mentor");
        story.complete(id, "mediatePlan", "outcome", "continue");
        assertThat(page("mei", "/plan")).contains("version 3 is to be revised by the mentor");
    }

    private void draft(String task) {
        story.complete(
                id,
                task,
                "goals",
                List.of(Map.of(
                        "competency",
                        "Speaking",
                        "targetLevel",
                        4,
                        "actions",
                        List.of(Map.of(
                                "title",
                                "Give a talk",
                                "dueOn",
                                time.today().plusDays(20).toString())))),
                "sessionsPerMonth",
                2,
                "endOn",
                time.today().plusDays(60).toString());
    }

    @Test
    void whatIsDueSoonInThePlanStandsOnTheMenteesFirstPage() {
        story.plan(id);
        assertThat(first("mei")).doesNotContain("Give a talk");
        later(Duration.ofDays(10));
        assertThat(first("mei")).contains("Due in your plan", "Give a talk").doesNotContain("tag-late");
        assertThat(first("wang")).doesNotContain("Give a talk");
        later(Duration.ofDays(11));
        assertThat(first("mei")).contains("Give a talk", "tag-late");
    }

    @Test
    void whatIsDueByTheEndOfADayIsDueOnThatDay(@Autowired JdbcTemplate jdbc) {
        story.plan(id);
        LocalDate due =
                jdbc.queryForObject("select min(due_on) from duty where kind = 'deep-guidance'", LocalDate.class);
        String chinese = Caller.browser(port, "wang")
                .with("Accept-Language", "zh-CN")
                .get("/")
                .body();
        assertThat(chinese).contains(due.getYear() + "年" + due.getMonthValue() + "月" + due.getDayOfMonth() + "日<");
        assertThat(first("wang"))
                .contains(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(Locale.ENGLISH)
                                .format(due) + "<")
                .contains("in " + ChronoUnit.DAYS.between(time.today(), due) + " days")
                .doesNotContain(" 00:00<");
        assertThat(chinese).doesNotContain(" 00:00<");
    }

    @Test
    void coachingEndsEarlyByAButtonAndTheEvaluationBegins() {
        assertThat(page("mei", "")).doesNotContain("/graduation");
        story.plan(id);
        for (String person : List.of("mei", "wang", "han")) {
            assertThat(page(person, "")).contains("/mentorships/" + id + "/graduation");
        }
        Caller mei = Caller.browser(port, "mei").with("Accept-Language", "en");
        Caller.Answer answer =
                mei.form("/mentorships/" + id + "/graduation", Map.of("_csrf", mei.token("/mentorships/" + id)));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(mentorships.get(id).state()).isEqualTo(Mentorship.State.EVALUATING);
        assertThat(mei.get("/mentorships/" + id).body())
                .contains("the evaluation has begun")
                .doesNotContain("/graduation");
    }

    @Test
    void nobodyGraduatesInAPause() {
        story.plan(id);
        absence.pause(id, "mei", null, null);
        assertThat(page("mei", "")).doesNotContain("/graduation");
    }

    @Test
    void hrSeesOnTheFirstPageWhatHrActsOnAndFindsThePairs() {
        assertThat(first("mei")).doesNotContain("id=\"attention\"");
        assertThat(first("han")).contains(">0</a>").doesNotContain(">1</a>");
        fire("silenceDue");
        fire("silenceUnanswered");
        company.employee("lan");
        company.write("update mentor set capacity = 0");
        mentoring.start("lan");
        assertThat(first("han")).contains("state=unassigned\">1</a>", "state=silent\">1</a>", "href=\"/duties\">0</a>");
        Caller han = Caller.browser(port, "han").with("Accept-Language", "en");
        assertThat(han.get("/mentorships?state=silent").body())
                .contains("员工mei")
                .doesNotContain("员工lan");
        assertThat(han.get("/mentorships?state=unassigned").body())
                .contains("员工lan")
                .doesNotContain("员工mei");
    }

    /** The other one may have left the question open; from that there is nothing to be learned. */
    @Test
    void whoWorksInHrDoesNotFindTheOwnPairAmongTheSilentOnes() {
        company.role("wang", "hr").role("li", "hr");
        fire("silenceDue");
        fire("silenceUnanswered");
        assertThat(first("li")).contains("state=silent\">1</a>");
        assertThat(first("wang")).contains("state=silent\">0</a>");
        assertThat(Caller.browser(port, "li").get("/mentorships?state=silent").body())
                .contains("员工mei");
        assertThat(Caller.browser(port, "wang").get("/mentorships?state=silent").body())
                .doesNotContain("员工mei");
    }

    /** Due on the last day of the first month of coaching, and looked at on that day's morrow. */
    @Test
    void aMissedDutyCountsInTheMonthInWhichItWasDue() {
        story.plan(id);
        LocalDate due = time.today().plusMonths(1).minusDays(1);
        while (time.today().isBefore(due.plusDays(1))) {
            later(Duration.ofDays(1));
        }
        boolean sameMonth = due.getMonth() == time.today().getMonth();
        assertThat(first("han")).contains("href=\"/duties\">" + (sameMonth ? 1 : 0) + "</a>");
    }

    @Test
    void whoIsNotHiredYetIsInNoGroup(@Autowired Groups groups) {
        company.employee("new", "Sales", "Consultant", null, time.today().plusDays(1))
                .role("new", "hr")
                .mentor("new", 2, "logical");
        assertThat(groups.of("new")).isEmpty();
        assertThat(groups.members("hr")).doesNotContain("new");
        later(Duration.ofDays(1));
        assertThat(groups.of("new")).containsExactlyInAnyOrder("employee", "hr", "mentor");
    }

    private void fire(String timer) {
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .activityId(timer)
                        .singleResult()
                        .getId());
    }

    private static void later(Duration passed) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(passed)));
    }

    private String first(String person) {
        return Caller.browser(port, person)
                .with("Accept-Language", "en")
                .get("/")
                .body();
    }

    private String page(String person, String tab) {
        Caller.Answer answer =
                Caller.browser(port, person).with("Accept-Language", "en").get("/mentorships/" + id + tab);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }
}
