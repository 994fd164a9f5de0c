package org.xinhuo.mentoring.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.mentoring.MentorshipFigures;
import org.xinhuo.mentoring.plan.ExecutionRates.Period;
import org.xinhuo.mentoring.plan.ExecutionRates.Rate;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Actions done by their due date / actions due by now. It is 31 March 2026, noon in Shanghai. */
@XinhuoTest
class ExecutionRatesTest {

    @Autowired
    private ExecutionRates rates;

    @Autowired
    private TestCompany company;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MentorshipFigures pairs;

    @Autowired
    private MeasureExecution measureExecution;

    private Period always;

    @BeforeEach
    void people() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-03-31T04:00:00Z")));
        company.employee("boss").employee("wang").mentor("wang", 9, "logical");
        always = rates.period(null, null);
    }

    private void mentee(String id, String department) {
        company.employee(id, department, "Consultant", "boss");
        company.write(
                "insert into mentorship (id, mentee_id, mentor_id, state, started_at, version)"
                        + " values (?, ?, 'wang', 'COACHING', '2026-01-01T00:00:00Z', 0)",
                id,
                id);
    }

    /** A round; what is confirmed was on the day given. */
    private void plan(String mentee, int round, String state, String confirmedOn, String changes) {
        company.write(
                "insert into plan (id, mentorship_id, round, mentee_id, mentor_id, state, opened_at, concluded_at,"
                        + " version, changes_plan_id) values (?, ?, ?, ?, 'wang', ?, '2026-01-01T00:00:00Z',"
                        + " cast(? as timestamptz), 0, ?)",
                mentee + round,
                mentee,
                round,
                mentee,
                state,
                confirmedOn == null ? null : confirmedOn + "T04:00:00Z",
                changes);
    }

    /** One version of a round: actions as "due" or "due/done", by month and day. */
    private void version(String mentee, int round, int number, String... actions) {
        transaction.executeWithoutResult(open -> write(mentee, round, number, actions));
    }

    private void write(String mentee, int round, int number, String... actions) {
        long version = jdbc.sql("insert into plan_version (plan_id, mentorship_id, version, sessions_per_month, end_on,"
                        + " content_hash, created_by, created_at) values (:plan, :mentee, :number, 2, '2026-12-31',"
                        + " repeat('0', 64), 'wang', '2026-01-01T00:00:00Z') returning id")
                .param("plan", mentee + round)
                .param("mentee", mentee)
                .param("number", number)
                .query(Long.class)
                .single();
        long goal = jdbc.sql("insert into plan_goal (plan_version_id, position, competency, target_level)"
                        + " values (:version, 1, 'Speaking', 4) returning id")
                .param("version", version)
                .query(Long.class)
                .single();
        int position = 1;
        for (String action : actions) {
            String[] days = action.split("/");
            jdbc.sql("insert into plan_action (goal_id, position, title, due_on, done_on)"
                            + " values (:goal, :position, 'step', cast(:due as date), cast(:done as date))")
                    .param("goal", goal)
                    .param("position", position++)
                    .param("due", "2026-" + days[0])
                    .param("done", days.length > 1 ? "2026-" + days[1] : null)
                    .update();
        }
    }

    /**
     * Sales: mei has done one on its very day, one too late, one not at all; one is due today and not done, one tomorrow.
     * So 1 of 4. lin has done both: 2 of 2. Together 3 of 6. Research: bo has 1 of 2. The company: 4 of 8.
     */
    @Test
    void ratesAreCountedByDepartmentAndForTheCompany() {
        mentee("mei", "Sales");
        plan("mei", 1, "CONFIRMED", "2026-01-10", null);
        version("mei", 1, 1, "02-01");
        version("mei", 1, 2, "02-01/02-01", "02-10/02-11", "03-01", "03-31", "04-01/03-30");
        mentee("lin", "Sales");
        plan("lin", 1, "CONFIRMED", "2026-01-10", null);
        version("lin", 1, 1, "01-20/01-15", "02-20/02-20");
        mentee("bo", "Research");
        plan("bo", 1, "CONFIRMED", "2026-01-10", null);
        version("bo", 1, 1, "01-20/01-19", "02-20");
        mentee("new", "Research");
        plan("new", 1, "NEGOTIATING", null, null);
        version("new", 1, 1, "02-01");

        assertThat(rates.departments(always))
                .containsExactly(new Rate("Research", 1, 2, 1), new Rate("Sales", 2, 6, 3));
        assertThat(rates.company(always)).isEqualTo(new Rate(null, 3, 8, 4));
        assertThat(rates.company(always).rate()).isEqualByComparingTo("0.5");
        assertThat(rates.department("Sales", rates.period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28))))
                .isEqualTo(new Rate("Sales", 2, 3, 2));
    }

    @Test
    void whatIsNotYetDueCountsNowhereHoweverFarTheQuestionReaches() {
        mentee("mei", "Sales");
        plan("mei", 1, "CONFIRMED", "2026-01-10", null);
        version("mei", 1, 1, "05-01/03-01");
        assertThat(rates.company(rates.period(null, LocalDate.of(2026, 12, 31))))
                .isEqualTo(new Rate(null, 0, 0, 0));
        assertThat(rates.company(always).rate()).isNull();
        assertThat(rates.department("Sales", always)).isEqualTo(new Rate("Sales", 0, 0, 0));
    }

    @Test
    void anActionOfAPlanThatWasChangedCountsOnceInTheOneThatReplacedIt() {
        mentee("mei", "Sales");
        plan("mei", 1, "CONFIRMED", "2026-01-10", null);
        version("mei", 1, 1, "02-01/02-01", "03-01");
        plan("mei", 2, "CONFIRMED", "2026-02-15", "mei1");
        version("mei", 2, 2, "02-01/02-01", "03-20/03-20");
        plan("mei", 3, "STOPPED", "2026-03-01", "mei2");
        version("mei", 3, 3, "03-02");
        assertThat(rates.company(always)).isEqualTo(new Rate(null, 1, 2, 2));
    }

    @Test
    void whatWasAgreedInADepartmentCountsThereAlsoOnceTheMenteeHasMoved() {
        mentee("mei", "Sales");
        plan("mei", 1, "CONFIRMED", "2026-01-10", null);
        company.write("update plan set department = 'Sales'");
        version("mei", 1, 1, "02-01/02-01", "03-01");
        company.write("update employee set department = 'Research' where id = 'mei'");
        assertThat(rates.departments(always)).containsExactly(new Rate("Sales", 1, 2, 1));
    }

    @Test
    void whatFellDueAfterAPlanHadEndedWasNeverOwed() {
        mentee("mei", "Sales");
        plan("mei", 1, "CONFIRMED", "2026-01-10", null);
        version("mei", 1, 1, "02-01", "03-20");
        plan("mei", 2, "CONFIRMED", "2026-03-01", null);
        version("mei", 2, 2, "03-10/03-10", "03-30");
        company.write("update mentorship set state = 'GRADUATED', ended_at = '2026-03-25T04:00:00Z'");
        assertThat(rates.company(always)).isEqualTo(new Rate(null, 1, 2, 1));
    }

    /**
     * Two were overdue when both confirmed a version without them: 0 of 2 stays 0 of 2. One moved from 20 February into
     * the future: it was missed then, and counts again when it is due. So 0 of 3, in February as well.
     */
    @Test
    void aChangeWipesNothingThatWasDueBeforeIt() {
        mentee("mei", "Sales");
        plan("mei", 1, "CONFIRMED", "2026-01-10", null);
        version("mei", 1, 1, "02-01", "02-10", "02-20");
        plan("mei", 2, "CONFIRMED", "2026-03-01", "mei1");
        version("mei", 2, 2, "04-10", "05-20");
        assertThat(pairs.executionRate("mei")).isZero();
        assertThat(rates.company(always)).isEqualTo(new Rate(null, 1, 3, 0));
        assertThat(rates.department("Sales", rates.period(null, LocalDate.of(2026, 2, 28))))
                .isEqualTo(new Rate("Sales", 1, 3, 0));
    }

    /** One is ticked off after the change: it was late already. One that the change keeps and that is due later counts. */
    @Test
    void whatWasDueBeforeAChangeStandsAsItStoodThen() {
        mentee("mei", "Sales");
        plan("mei", 1, "CONFIRMED", "2026-01-10", null);
        version("mei", 1, 1, "02-01", "02-10/02-10", "03-20");
        plan("mei", 2, "CONFIRMED", "2026-03-01", "mei1");
        version("mei", 2, 2, "02-01/03-02", "02-10/02-10", "03-20/03-19");
        assertThat(pairs.executionRate("mei")).isEqualByComparingTo("0.666667");
        assertThat(rates.company(always)).isEqualTo(new Rate(null, 1, 3, 2));
    }

    @Test
    void aPairsRateStandsStillOnceTheMentorshipHasEnded() {
        mentee("mei", "Sales");
        plan("mei", 1, "CONFIRMED", "2026-01-10", null);
        version("mei", 1, 1, "03-20", "03-25");
        company.write("update mentorship set state = 'GRADUATED', ended_at = '2026-01-15T04:00:00Z'");
        assertThat(pairs.executionRate("mei")).isNull();
        assertThat(rates.company(always)).isEqualTo(new Rate(null, 0, 0, 0));
    }

    /**
     * A pair whose plan both change again and again: each time they drop, move or keep what they like, and add what lies
     * ahead. What was due before a change stays due and as it was, and by SQL it is the same.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noSequenceOfChangesDropsWhatWasOverdue(long seed) {
        Random random = new Random(seed);
        int due = 0;
        int onTime = 0;
        for (int person = 0; person < 12; person++) {
            String id = "p" + person;
            anybody(random, id);
            LocalDate day = LocalDate.of(2026, 1, 20);
            for (int round = 2; round < 5; round++) {
                day = day.plusDays(1 + random.nextInt(22));
                ClockUtil.setCurrentTime(Date.from(day.minusDays(1).atTime(4, 0).toInstant(ZoneOffset.UTC)));
                PlanVersion.Execution before = measureExecution.of(id);
                plan(id, round, "CONFIRMED", day.toString(), id + (round - 1));
                version(id, round, round, changed(random, id, round, day));
                PlanVersion.Execution after = measureExecution.of(id);
                assertThat(after).as("%s, round %s", id, round).isEqualTo(before);
            }
            ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-03-31T04:00:00Z")));
            due += measureExecution.of(id).due();
            onTime += measureExecution.of(id).onTime();
        }
        assertThat(onTime).isPositive();
        Rate company = rates.company(always);
        assertThat(company.due()).isEqualTo(due);
        assertThat(company.onTime()).isEqualTo(onTime);
    }

    /** Some of the actions of the round before as they were, and one that lies ahead. */
    private String[] changed(Random random, String id, int round, LocalDate day) {
        List<String> actions = new ArrayList<>(jdbc.sql("select to_char(a.due_on, 'MM-DD')"
                        + " || coalesce('/' || to_char(a.done_on, 'MM-DD'), '') from plan_action a"
                        + " join plan_goal g on g.id = a.goal_id join plan_version v on v.id = g.plan_version_id"
                        + " where v.plan_id = :plan order by a.id")
                .param("plan", id + (round - 1))
                .query(String.class)
                .list());
        actions.removeIf(action -> random.nextBoolean());
        LocalDate ahead = day.plusDays(1 + random.nextInt(20));
        actions.add(ahead.toString().substring(5)
                + (random.nextBoolean() ? "/" + ahead.toString().substring(5) : ""));
        return actions.toArray(String[]::new);
    }

    /** A pause of whole days in Shanghai; null for one that lasts. */
    private void pause(String mentee, String pausedOn, String resumedOn) {
        company.write(
                "insert into mentorship_pause (mentorship_id, paused_at, paused_on, last_day, resumed_at, resumed_on)"
                        + " values (?, cast(? as timestamptz), cast(? as date), '2026-12-31',"
                        + " cast(? as timestamptz), cast(? as date))",
                mentee,
                pausedOn + "T04:00:00Z",
                pausedOn,
                resumedOn == null ? null : resumedOn + "T04:00:00Z",
                resumedOn);
    }

    /**
     * mei was away from 10 to 20 February, ten days, and from 10 to 15 March, five. Due on 9 February and done then: it
     * stays, on time. Due on 10 February: 20 February, done on that day, on time. Due on 1 March: 11 March, and so
     * beyond the second beginning 16 March; done on 17 March, too late. Due on 20 March: 4 April, not yet due. So 2 of
     * 3. lin is away since 20 March: what was due on 19 March was missed, what was due on 20 March does not count. 0 of
     * 1. The pause before the plan was confirmed moves nothing: bo's, due on 1 March, was missed. 0 of 1.
     */
    @Test
    void daysOfPausesCountAgainstNobody() {
        mentee("mei", "Sales");
        plan("mei", 1, "CONFIRMED", "2026-01-10", null);
        version("mei", 1, 1, "02-09/02-09", "02-10/02-20", "03-01/03-17", "03-20");
        pause("mei", "2026-02-10", "2026-02-20");
        pause("mei", "2026-03-10", "2026-03-15");
        mentee("lin", "Sales");
        plan("lin", 1, "CONFIRMED", "2026-01-10", null);
        version("lin", 1, 1, "03-19", "03-20");
        pause("lin", "2026-03-20", null);
        mentee("bo", "Research");
        plan("bo", 1, "CONFIRMED", "2026-02-20", null);
        version("bo", 1, 1, "03-01");
        pause("bo", "2026-01-20", "2026-02-10");

        assertThat(rates.departments(always))
                .containsExactly(new Rate("Research", 1, 1, 0), new Rate("Sales", 2, 4, 2));
        assertThat(rates.company(always)).isEqualTo(new Rate(null, 3, 5, 2));
        // By the day that counts: only what moved to 16 March, and lin's.
        assertThat(rates.department("Sales", rates.period(LocalDate.of(2026, 3, 12), null)))
                .isEqualTo(new Rate("Sales", 2, 2, 0));
        assertThat(pairs.executionRate("mei")).isEqualByComparingTo("0.666667");
        assertThat(pairs.executionRate("lin")).isZero();
        assertThat(pairs.executionRate("bo")).isZero();
    }

    /** Somebody of one of five departments, with up to six actions: done or not, in time or not. */
    private void anybody(Random random, String id) {
        mentee(id, "D" + random.nextInt(5));
        plan(id, 1, "CONFIRMED", "2026-01-02", null);
        String[] actions = new String[1 + random.nextInt(6)];
        for (int action = 0; action < actions.length; action++) {
            LocalDate dueOn = LocalDate.of(2026, 1, 2).plusDays(random.nextInt(120));
            LocalDate doneOn = dueOn.plusDays(random.nextInt(40) - 20L);
            actions[action] = dueOn.toString().substring(5)
                    + (random.nextBoolean() ? "/" + doneOn.toString().substring(5) : "");
        }
        version(id, 1, 1, actions);
    }

    private void pauses(Random random, String id) {
        LocalDate day = LocalDate.of(2026, 1, 3).plusDays(random.nextInt(30));
        for (int pause = random.nextInt(4); pause > 0; pause--) {
            LocalDate back = day.plusDays(random.nextInt(15));
            pause(id, day.toString(), back.toString());
            day = back.plusDays(random.nextInt(10));
        }
        if (random.nextInt(5) == 0) {
            pause(id, day.toString(), null);
        }
    }

    /** Told by the pair's own calculation, which goes through the actions one by one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void thePairsAddUpToTheDepartmentsAndTheseToTheCompanyWhateverPausesTheyHad(long seed) {
        Random random = new Random(seed);
        int due = 0;
        int onTime = 0;
        int pairsWithSomethingDue = 0;
        for (int person = 0; person < 30; person++) {
            String id = "p" + person;
            anybody(random, id);
            pauses(random, id);
            PlanVersion.Execution execution = measureExecution.of(id);
            due += execution.due();
            onTime += execution.onTime();
            pairsWithSomethingDue += execution.due() > 0 ? 1 : 0;
        }
        assertThat(onTime).isPositive();
        assertThat(rates.company(always)).isEqualTo(new Rate(null, pairsWithSomethingDue, due, onTime));
        List<Rate> parts = rates.departments(always);
        assertThat(parts.stream().mapToInt(Rate::pairs).sum()).isEqualTo(pairsWithSomethingDue);
        assertThat(parts.stream().mapToInt(Rate::due).sum()).isEqualTo(due);
        assertThat(parts.stream().mapToInt(Rate::onTime).sum()).isEqualTo(onTime);
    }
}
