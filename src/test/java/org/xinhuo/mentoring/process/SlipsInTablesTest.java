package org.xinhuo.mentoring.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.absence.NoteLeave;
import org.xinhuo.mentoring.absence.Pauses;
import org.xinhuo.mentoring.coaching.CoachingPhrases;
import org.xinhuo.mentoring.evaluation.CoachingMethods;
import org.xinhuo.mentoring.matching.ExpectEligible;
import org.xinhuo.mentoring.matching.MatchMany;
import org.xinhuo.mentoring.matching.ScoreTable;
import org.xinhuo.people.Employees;
import org.xinhuo.testing.OwnersTables;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** A process owner deploys tables with a slip in each; the loop goes on with what comes with the product. */
@XinhuoTest
class SlipsInTablesTest {

    @RegisterExtension
    final OwnersTables owner = new OwnersTables();

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    @Autowired
    CompanyTime time;

    @Autowired
    MentoringProcess mentoring;

    @Autowired
    AbsenceProcess absence;

    @Autowired
    Pauses pauses;

    @Autowired
    NoteLeave noteLeave;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MatchMany matchMany;

    @Autowired
    ExpectEligible expectEligible;

    @Autowired
    Employees employees;

    @Autowired
    CoachingPhrases phrases;

    @Autowired
    CoachingMethods methods;

    private LoopStory story;

    @BeforeEach
    void people() {
        story = new LoopStory(engine, time).people(company);
    }

    @AfterEach
    void resetLocale() {
        LocaleContextHolder.resetLocaleContext();
    }

    /** An owner whose mentors plan further ahead. */
    @Test
    void aLeaveReachesAsFarAsTheTableSays() throws IOException {
        LocalDate today = time.today();
        owner.slip("pause-rule", "P1Y", "1 year");
        assertThatThrownBy(() -> noteLeave.note("wang", today, today.plusMonths(18), "wang"))
                .isInstanceOf(Refusal.class);

        owner.slip("pause-rule", "P1Y", "P2Y");
        assertThat(noteLeave.note("wang", today, today.plusMonths(18), "wang").lastDay())
                .isEqualTo(today.plusMonths(18));
    }

    @Test
    void aMentorIsFoundThoughAWeightIsMissing() throws IOException {
        int shipped = bestScore();

        owner.slip("match-weights", "<text>3</text>", "<text />");
        String alone = mentoring.start("mei");

        assertThat(story.task(alone, "chooseMentor")).isNotNull();
        assertThat(bestScore()).isEqualTo(shipped);

        owner.slip("match-weights", "<text>0.5</text>", "<text>-50</text>");
        assertThat(bestScore()).isEqualTo(shipped);

        owner.slip("match-weights", "<text>0[.0-9]*</text>", "<text>0</text>");
        assertThat(bestScore()).isEqualTo(shipped);
    }

    /** As a cohort is scored. */
    private int bestScore() {
        ScoreTable scores = matchMany.preview(List.of("mei")).scores();
        return scores.score(0, scores.order(0)[0]);
    }

    @Test
    void nobodyIsEligibleWhereNoRuleSaysSoAndHrReadsWhy() throws IOException {
        owner.slip("mentor-eligibility", "<rule id=\"mentor-eligibilityRule10\">.*?</rule>", "");

        String id = mentoring.start("mei");

        assertThat(story.task(id, "assignMentor")).isNotNull();
        assertThat(matchMany.preview(List.of("mei")).eligibleMentors()).isEmpty();
        assertThat(refusal(Locale.ENGLISH)).contains("the rules for mentors give no answer");
        assertThat(refusal(Locale.SIMPLIFIED_CHINESE)).contains("导师资格规则没有给出结论");
    }

    @Test
    void norWhereARuleForgetsToSayItOrWhy() throws IOException {
        String answer = "(<outputEntry id=\"mentor-eligibilityRule10Output1\">\\s*)<text>true</text>";
        owner.slip("mentor-eligibility", answer, "$1<text />");
        assertThat(refusal(Locale.ENGLISH)).contains("the rules for mentors give no answer");
        assertThat(matchMany.preview(List.of("mei")).eligibleMentors()).isEmpty();

        owner.slip("mentor-eligibility", answer, "$1<text>false</text>");
        assertThat(refusal(Locale.ENGLISH)).contains("the rules for mentors say no, without a reason");
    }

    private List<Object> refusal(Locale reader) {
        LocaleContextHolder.setLocale(reader);
        Refusal refused = catchThrowableOfType(
                Refusal.class, () -> expectEligible.expect(employees.get("mei"), "wang", "mentorId"));
        assertThat(refused).isNotNull();
        return refused.arguments();
    }

    @Test
    void aSituationIsShownWithThePhrasesThatAreThere() throws IOException {
        List<CoachingPhrases.Situation> shipped = phrases.all(Locale.SIMPLIFIED_CHINESE);
        String first = shipped.get(0).phrases().get(0);
        String name = shipped.get(1).name();

        owner.slip("coaching-phrases", "<text>\"" + Pattern.quote(first) + "\"</text>", "<text />");
        assertThat(phrases.all(Locale.SIMPLIFIED_CHINESE).get(0).phrases())
                .isEqualTo(shipped.get(0)
                        .phrases()
                        .subList(1, shipped.get(0).phrases().size()));

        owner.slip("coaching-phrases", "<text>\"" + name + "\"</text>", "<text />");
        assertThat(phrases.all(Locale.SIMPLIFIED_CHINESE))
                .extracting(CoachingPhrases.Situation::code)
                .containsExactlyElementsOf(
                        shipped.stream().map(CoachingPhrases.Situation::code).toList());
    }

    @Test
    void aSituationWithoutAnyPhraseInALanguageIsShownInTheOther() throws IOException {
        List<CoachingPhrases.Situation> english = phrases.all(Locale.ENGLISH);

        owner.slip("coaching-phrases", "<text>\"[^\"]*[\\u4e00-\\u9fff][^\"]*\"</text>", "<text />");

        assertThat(phrases.all(Locale.SIMPLIFIED_CHINESE)).isEqualTo(english);
    }

    @Test
    void aMethodIsSaidInTheLanguageThatIsThereOrLeftOut() throws IOException {
        List<CoachingMethods.Method> chinese = methods.of("mei", "wang", Locale.SIMPLIFIED_CHINESE);
        assertThat(chinese)
                .extracting(CoachingMethods.Method::code)
                .containsExactly("find-out", "problem-cause-solution");

        owner.slip("coaching-method", "(Output3\">\\s*)<text>[^<]*</text>", "$1<text />");
        assertThat(methods.of("mei", "wang", Locale.ENGLISH)).isEqualTo(chinese);

        owner.slip("coaching-method", "<text>\"find-out\"</text>", "<text />");
        assertThat(methods.of("mei", "wang", Locale.ENGLISH))
                .extracting(CoachingMethods.Method::code)
                .containsExactly("problem-cause-solution");
    }

    @Test
    void aPairPlansIsCoachedAndPausesAllTheSame() throws IOException {
        owner.slip("pause-rule", "P1Y", "1 year");
        owner.slip("plan-rounds", "<text>3</text>", "<text>\"three\"</text>");
        owner.slip("duty-cadence", "\"P1M\"", "\"monthly\"");
        String id = mentoring.start("mei");
        story.choose(id, "wang");
        story.plan(id);
        LocalDate today = time.today();
        assertThat(jdbc.queryForObject(
                        "select due_on from duty where kind = 'DEEP_GUIDANCE' or kind = 'deep-guidance'",
                        LocalDate.class))
                .isEqualTo(today.plusMonths(1).minusDays(1));

        noteLeave.note("li", today.plusDays(1), today.plusYears(1), "li");
        absence.pause(id, "mei", null, null);

        assertThat(pauses.present(id).orElseThrow().lastDay()).isEqualTo(today.plusYears(1));
    }
}
