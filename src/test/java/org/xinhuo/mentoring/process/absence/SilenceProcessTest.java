package org.xinhuo.mentoring.process.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.mentoring.process.AbsenceProcess;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class SilenceProcessTest {

    private static final Map<String, Object> CONTINUE = Map.of("answer", "continue");
    private static final Map<String, Object> HELP = Map.of("answer", "help");
    private static final Map<String, Object> CHANGE = Map.of("answer", "change");

    private static final String SILENT = "mentoring.absence.notice.silentPair";
    private static final String STILL_SILENT = "mentoring.absence.notice.stillSilentPair";

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("mentoring").within("noticeSilence");

    @Autowired
    ApplicationContext context;

    AbsenceStory story;

    @BeforeEach
    void aPairWithoutAPlan() {
        context.getBean(ProcessEngine.class).getProcessEngineConfiguration().setAuthorizationEnabled(false);
        story = new AbsenceStory(context).paired();
    }

    @AfterEach
    void asBefore() {
        story.engine.getProcessEngineConfiguration().setAuthorizationEnabled(true);
    }

    @Test
    void afterThirtyDaysBothAreAskedAndGoOn() {
        assertThat(story.timer("silenceDue").getDuedate()).isEqualTo(AbsenceStory.NOON.plus(Duration.ofDays(30)));
        story.passDays(30);
        story.fires("silenceDue");
        assertThat(story.task("sayHowItGoes", "mei").getDueDate())
                .isEqualTo(AbsenceStory.NOON.plus(Duration.ofDays(37)));
        story.does("mei", "sayHowItGoes", CONTINUE);
        assertThat(story.timer("silenceUnanswered")).isNotNull();
        story.does("wang", "sayHowItGoes", CONTINUE);
        assertThat(story.timer("silenceUnanswered")).isNull();
        assertThat(story.told("han")).isEmpty();
        // A silence that follows is another one.
        story.passDays(30);
        story.fires("silenceDueAgain");
        assertThat(story.task("sayHowItGoes", "mei")).isNotNull();
    }

    @Test
    void nobodyAnswersAndHrIsTold() {
        story.fires("silenceDue");
        story.does("mei", "sayHowItGoes", CONTINUE);
        story.passDays(7);
        story.fires("silenceUnanswered");
        assertThat(story.told("han")).containsExactly(SILENT);
        assertThat(story.task("sayHowItGoes", "wang")).isNull();
    }

    /** Late: told after 37 days. Very late: reminded four times, a week apart, and then no more. */
    @Test
    void hrIsRemindedOfASilenceEveryWeekFourTimesAtMost() {
        story.passDays(30);
        story.fires("silenceDue");
        story.passDays(7);
        story.fires("silenceUnanswered");
        for (int week = 1; week <= 4; week++) {
            assertThat(story.timer("silenceDueAgain").getDuedate())
                    .isEqualTo(AbsenceStory.NOON.plus(Duration.ofDays(37 + 7 * week)));
            story.passDays(7);
            story.fires("silenceDueAgain");
            assertThat(story.told("han")).hasSize(1 + week).endsWith(STILL_SILENT);
            assertThat(story.task("sayHowItGoes", "mei")).isNull();
        }
        story.passDays(30);
        story.fires("silenceDueAgain");
        assertThat(story.told("han")).hasSize(5);
        assertThat(story.task("sayHowItGoes", "mei")).isNull();
    }

    /** One answer is a sign of life of one: the two are still not in touch. */
    @Test
    void hrIsRemindedAlsoWhereOneHasAnswered() {
        story.fires("silenceDue");
        story.does("mei", "sayHowItGoes", CONTINUE);
        story.passDays(7);
        story.fires("silenceUnanswered");
        story.passDays(7);
        story.fires("silenceDueAgain");
        assertThat(story.told("han")).containsExactly(SILENT, STILL_SILENT);
    }

    @Test
    void whoIsInTouchAgainEndsTheRemindersAndTheNextSilenceIsAnotherOne() {
        story.fires("silenceDue");
        story.fires("silenceUnanswered");
        story.passDays(1);
        inTouch();
        story.passDays(6);
        story.fires("silenceDueAgain");
        assertThat(story.told("han")).containsExactly(SILENT);
        story.passDays(24);
        story.fires("silenceDueAgain");
        assertThat(story.task("sayHowItGoes", "mei")).isNotNull();
        story.passDays(7);
        story.fires("silenceUnanswered");
        assertThat(story.told("han")).containsExactly(SILENT, SILENT);
    }

    /** Told of a silence, paused for twenty days: the reminder neither vanishes nor comes at once, nor twice. */
    @Test
    void aPauseMovesTheRemindersOfASilence() {
        AbsenceProcess absence = context.getBean(AbsenceProcess.class);
        story.passDays(30);
        story.fires("silenceDue");
        story.passDays(7);
        story.fires("silenceUnanswered");
        story.passDays(2);
        absence.pause(story.id, "mei", null, null);
        story.passDays(20);
        assertThat(story.dueTimers()).doesNotContain("silenceDueAgain");
        absence.resume(story.id, "mei");
        assertThat(story.dueTimers()).doesNotContain("silenceDueAgain");
        assertThat(story.timer("silenceDueAgain").getDuedate())
                .isEqualTo(AbsenceStory.NOON.plus(Duration.ofDays(37 + 7 + 20)));
        story.passDays(5);
        story.fires("silenceDueAgain");
        assertThat(story.told("han")).containsExactly(SILENT, STILL_SILENT);
        assertThat(story.timer("silenceDueAgain").getDuedate())
                .isEqualTo(AbsenceStory.NOON.plus(Duration.ofDays(37 + 14 + 20)));
    }

    @Test
    void aSilenceThatHrKnowsIsNotAskedAboutAgainUntilThereWasContact() {
        story.fires("silenceDue");
        story.fires("silenceUnanswered");
        story.passDays(30);
        story.fires("silenceDueAgain");
        assertThat(story.task("sayHowItGoes", "mei")).isNull();
        story.passDays(1);
        inTouch();
        story.fires("silenceDueAgain");
        // Thirty days after the contact.
        assertThat(story.timer("silenceDueAgain").getDuedate()).isEqualTo(AbsenceStory.NOON.plus(Duration.ofDays(61)));
        story.fires("silenceDueAgain");
        assertThat(story.task("sayHowItGoes", "mei")).isNotNull();
    }

    @Test
    void whoIsInTouchIsNotAsked() {
        story.passDays(12);
        inTouch();
        story.passDays(18);
        story.fires("silenceDue");
        assertThat(story.task("sayHowItGoes", "mei")).isNull();
        assertThat(story.timer("silenceDueAgain").getDuedate()).isEqualTo(AbsenceStory.NOON.plus(Duration.ofDays(42)));
    }

    /** In touch on the 10th day, paused from the 11th to the 21st: thirty days of silence end on the 50th. */
    @Test
    void daysOfAPauseAreNoSilence() {
        AbsenceProcess absence = context.getBean(AbsenceProcess.class);
        story.passDays(10);
        inTouch();
        story.passDays(1);
        absence.pause(story.id, "mei", null, null);
        story.passDays(10);
        absence.resume(story.id, "mei");
        assertThat(story.timer("silenceDue").getDuedate()).isEqualTo(AbsenceStory.NOON.plus(Duration.ofDays(40)));
        story.passDays(19);
        story.fires("silenceDue");
        assertThat(story.task("sayHowItGoes", "mei")).isNull();
        assertThat(story.timer("silenceDueAgain").getDuedate()).isEqualTo(AbsenceStory.NOON.plus(Duration.ofDays(50)));
        story.passDays(10);
        story.fires("silenceDueAgain");
        assertThat(story.task("sayHowItGoes", "mei")).isNotNull();
    }

    /** A contact needs both: twenty messages that nobody answers are a silence. */
    @Test
    void whoWritesAloneIsSilentWithTheOther() {
        for (int message = 0; message < 4; message++) {
            story.passDays(7);
            story.writes("wang", "怎么样？");
        }
        story.passDays(2);
        story.fires("silenceDue");
        assertThat(story.task("sayHowItGoes", "mei")).isNotNull();
    }

    /** The answer of the 20th day is the contact; what the mentor writes after it is none. */
    @Test
    void anAnswerIsAContact() {
        story.passDays(7);
        story.writes("wang", "怎么样？");
        story.passDays(13);
        story.writes("mei", "有进展。");
        story.passDays(1);
        story.writes("mei", "还有一个问题。");
        story.passDays(9);
        story.fires("silenceDue");
        assertThat(story.task("sayHowItGoes", "mei")).isNull();
        assertThat(story.timer("silenceDueAgain").getDuedate()).isEqualTo(AbsenceStory.NOON.plus(Duration.ofDays(50)));
    }

    private void inTouch() {
        story.writes("wang", "最近怎么样？");
        story.writes("mei", "挺好的。");
    }

    /** Whoever fires whatever is due next, again and again, gets on, as time itself does. */
    @Test
    void aLookTakenEarlyIsFollowedByALaterOne() {
        story.fires("silenceDue");
        story.fires("silenceUnanswered");
        Date first = story.timer("silenceDueAgain").getDuedate();

        story.fires("silenceDueAgain");

        assertThat(story.timer("silenceDueAgain").getDuedate()).isAfter(first);
    }

    @Test
    void helpIsToldToHrAtOnce() {
        story.fires("silenceDue");
        story.does("wang", "sayHowItGoes", HELP);
        assertThat(story.told("han")).containsExactly("mentoring.absence.notice.helpWanted");
        assertThat(story.told("mei")).isEmpty();
    }

    @Test
    void nobodyWhoIsOfThePairLearnsThatTheOtherAskedForHelp() {
        context.getBean(TestCompany.class).role("wang", "hr");
        story.fires("silenceDue");
        story.does("mei", "sayHowItGoes", HELP);
        assertThat(story.told("han")).containsExactly("mentoring.absence.notice.helpWanted");
        assertThat(story.told("wang")).doesNotContain("mentoring.absence.notice.helpWanted");
    }

    @Test
    void oneWhoWantsAChangePartsThePairAndNobodyLearnsWho() {
        story.fires("silenceDue");
        story.does("mei", "sayHowItGoes", CONTINUE);
        story.does("wang", "sayHowItGoes", CHANGE);
        Mentorship mentorship = context.getBean(Mentorships.class).get(story.id);
        assertThat(mentorship.state()).isEqualTo(Mentorship.State.MATCHING);
        assertThat(context.getBean(Pairings.class).loads()).isEmpty();
        assertThat(story.text("select string_agg(distinct arguments || code, ',') from notice"
                        + " where code = 'mentoring.notice.rematched'"))
                .doesNotContain(",")
                .doesNotContain("wang");
        // The next pair has a watch of its own, and no answer of the last one counts.
        story.loop.choose(story.id, "li");
        story.fires("silenceDue");
        story.does("mei", "sayHowItGoes", CONTINUE);
        assertThat(story.task("sayHowItGoes", "li")).isNotNull();
    }

    /** Otherwise the silence of somebody who is away would be told to HR. */
    @Test
    void whatTheMentorHasNotAnsweredIsAnsweredByWhoStandsIn() {
        story.fires("silenceDue");
        LocalDate today = LocalDate.of(2026, 3, 2);
        context.getBean(AbsenceProcess.class).nameSubstitute(story.id, "wang", "li", today, today.plusDays(9));
        story.fires("substitutionBegins");
        assertThat(story.task("sayHowItGoes", "wang")).isNull();
        story.does("li", "sayHowItGoes", CONTINUE);
        assertThat(story.task("sayHowItGoes", "mei")).isNotNull();
        assertThat(story.engine
                        .getRuntimeService()
                        .createVariableInstanceQuery()
                        .variableName("mentorId")
                        .list())
                .extracting(VariableInstance::getValue)
                .contains("wang");
    }

    @Test
    void theFirstWhoWantsAChangeIsEnough() {
        story.fires("silenceDue");
        story.does("mei", "sayHowItGoes", CHANGE);
        assertThat(story.task("sayHowItGoes", "wang")).isNull();
        assertThat(story.task("chooseMentor", "mei")).isNotNull();
    }

    /** The model promises it: nobody learns what the other one answered, not from what the process keeps either. */
    @Test
    void noAnswerIsKeptInTheProcessOrItsHistory() {
        story.fires("silenceDue");
        story.does("wang", "sayHowItGoes", HELP);
        assertThat(answersKept()).isZero();
        story.does("mei", "sayHowItGoes", CHANGE);
        assertThat(answersKept()).isZero();
        assertThat(story.task("chooseMentor", "mei")).isNotNull();
    }

    @Test
    void whatEarlierVersionsKeptIsForgottenAtTheNextStart() {
        story.fires("silenceDue");
        String instance = story.task("sayHowItGoes", "mei").getProcessInstanceId();
        story.engine.getRuntimeService().setVariable(instance, "answer", "continue");
        story.engine.getRuntimeService().setVariable(instance, "answer", "help");
        assertThat(answersKept()).isPositive();

        context.getBean(ForgetAnswers.class).afterSingletonsInstantiated();

        assertThat(answersKept()).isZero();
        story.does("mei", "sayHowItGoes", CONTINUE);
        story.does("wang", "sayHowItGoes", CONTINUE);
        assertThat(story.timer("silenceDueAgain")).isNotNull();
        assertThat(answersKept()).isZero();
    }

    private long answersKept() {
        HistoryService history = story.engine.getHistoryService();
        return story.engine
                        .getRuntimeService()
                        .createVariableInstanceQuery()
                        .variableName("answer")
                        .count()
                + history.createHistoricVariableInstanceQuery()
                        .includeDeleted()
                        .variableName("answer")
                        .count()
                + history.createHistoricDetailQuery().variableUpdates().list().stream()
                        .filter(change -> ((HistoricVariableUpdate) change)
                                .getVariableName()
                                .equals("answer"))
                        .count();
    }

    @Test
    void onlyTheOneWhoIsAskedAnswers() {
        story.fires("silenceDue");
        String task = story.task("sayHowItGoes", "mei").getId();
        story.engine.getIdentityService().setAuthentication("wang", java.util.List.of());
        assertThatThrownBy(() -> story.engine.getTaskService().complete(task, CHANGE))
                .isInstanceOf(AuthorizationException.class);
        story.engine.getIdentityService().clearAuthentication();
    }
}
