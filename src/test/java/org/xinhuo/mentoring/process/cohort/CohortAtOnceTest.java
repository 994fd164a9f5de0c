package org.xinhuo.mentoring.process.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.mentoring.cohort.CompareWeights;
import org.xinhuo.mentoring.matching.TrialWeights;
import org.xinhuo.mentoring.process.MentoringProcess;

/** What happens at the same moment, with real threads; and that a dry run foretells what then happens. */
class CohortAtOnceTest extends CohortStory {

    private static final int MENTEES = 12;

    @Autowired
    MentoringProcess mentoring;

    @Autowired
    CompareWeights compareWeights;

    /** Half of the mentees choose while the deadline assigns: every mentor keeps within his places. */
    @Test
    void placesAreKeptWhenMenteesChooseWhileTheCohortIsAssigned() throws Exception {
        List<String> mentees = moreMentees();
        String id = formed(mentees.toArray(String[]::new));
        String due = engine.getManagementService()
                .createJobQuery()
                .activityId("choiceDue")
                .singleResult()
                .getId();
        engine.getManagementService().executeJob(due);
        String assign = engine.getManagementService()
                .createJobQuery()
                .messages()
                .singleResult()
                .getId();
        List<Callable<Void>> work = new ArrayList<>();
        work.add(() -> {
            engine.getManagementService().executeJob(assign);
            return null;
        });
        for (String mentee : mentees.subList(0, MENTEES / 2)) {
            String task = task(mentee, "chooseMentor").getId();
            String first = jdbc.queryForObject(
                    "select e.mentor_id from shortlist s join shortlist_entry e on e.shortlist_id = s.id"
                            + " where s.mentorship_id = ? and e.rank = 1",
                    String.class,
                    mentorship(mentee));
            work.add(() -> {
                engine.getTaskService().complete(task, Map.of("choice", first));
                return null;
            });
        }
        // Each choice is either taken or refused because the cohort was assigned.
        for (String refused : atOnce(work)) {
            assertThat(refused).contains("choiceClosed");
        }
        runJobs();
        assertThat(report(id).state()).isEqualTo("assigned");
        assertThat(report(id).blockingPairs().count()).isZero();
        acceptEverything();
        assertThat(jdbc.queryForList(
                        "select m.employee_id from mentor m where m.capacity <"
                                + " (select count(*) from pairing p where p.mentor_id = m.employee_id"
                                + " and p.ended_at is null)",
                        String.class))
                .isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from pairing where ended_at is null", Integer.class))
                .as("all five places are taken")
                .isEqualTo(5);
    }

    /** Without the lock two would both see a mentor one below the limit. */
    @Test
    void theExposureLimitHoldsWhenManyAreRecommendedAtOnce() throws Exception {
        company.write("update mentor set capacity = 1");
        company.employee("x")
                .mentor("x", 5, "logical")
                .employee("y")
                .mentor("y", 5, "logical")
                .employee("z")
                .mentor("z", 5, "logical");
        List<Callable<Void>> work = new ArrayList<>();
        for (String mentee : moreMentees().subList(0, 8)) {
            work.add(() -> {
                mentoring.start(mentee);
                return null;
            });
        }
        assertThat(atOnce(work)).isEmpty();
        assertThat(jdbc.queryForList(
                        "select count(*) from shortlist_entry where mentor_id in ('a', 'b', 'c', 'd')"
                                + " group by mentor_id",
                        Integer.class))
                .as("three times one place")
                .allMatch(shown -> shown <= 3);
    }

    @Test
    void aDryRunWithTheDeployedWeightsForetellsTheAssignmentIfNobodyChooses() {
        List<String> mentees = moreMentees();
        company.write("update mentor set style = 'supportive' where employee_id in ('b', 'd')");
        company.write("update employee set preferred_style = 'supportive' where id in ('n4', 'n8', 'n12')");
        company.prefers("n1", "logical").metric("n2", "2026-01", "calls", "1", "9", "higher", "Analysis");
        TrialWeights asDeployed = new TrialWeights(
                new java.math.BigDecimal("0.5"),
                new java.math.BigDecimal("0.2"),
                new java.math.BigDecimal("0.15"),
                new java.math.BigDecimal("0.15"),
                java.math.BigDecimal.valueOf(3));
        TrialWeights other = new TrialWeights(
                java.math.BigDecimal.ONE,
                java.math.BigDecimal.ZERO,
                java.math.BigDecimal.ZERO,
                java.math.BigDecimal.ZERO,
                java.math.BigDecimal.valueOf(3));
        CompareWeights.Comparison foretold =
                compareWeights.compare(new ArrayList<>(mentees), List.of(asDeployed, other), "han");
        assertThat(foretold.outcomes().get(1).changed()).isEmpty();
        assertThat(foretold.outcomes().get(1).quality())
                .isEqualTo(foretold.outcomes().get(0).quality());

        String id = formed(mentees.toArray(String[]::new));
        fireChoiceDue();
        var quality = foretold.outcomes().get(0).quality();
        assertThat(report(id).unmatched()).isEqualTo(quality.unmatched());
        assertThat(report(id).averageRank()).isEqualByComparingTo(quality.averageRank());
        assertThat(report(id).mentorsNeverShown()).isEqualTo(quality.mentorsNeverShown());
        assertThat(report(id).load()).isEqualTo(quality.load());
        for (CompareWeights.Change change : foretold.outcomes().get(2).changed()) {
            if (change.deployedMentorId() != null) {
                assertThat(asked(change.menteeId())).isEqualTo(change.deployedMentorId());
            }
        }
        assertThat(foretold.outcomes().get(2).changed()).isNotEmpty();
    }

    private List<String> moreMentees() {
        List<String> mentees = new ArrayList<>();
        for (int mentee = 1; mentee <= MENTEES; mentee++) {
            String id = "n" + mentee;
            mentees.add(id);
            company.employee(id).assessed(id, "Analysis", mentee % 4 + "", LocalDate.of(2026, 1, 1));
        }
        return mentees;
    }

    private void acceptEverything() {
        var open = engine.getTaskService().createTaskQuery().taskDefinitionKey("acceptMentee");
        for (var task = open.listPage(0, 1); !task.isEmpty(); task = open.listPage(0, 1)) {
            engine.getTaskService().complete(task.get(0).getId(), Map.of("accepted", true));
            runJobs();
        }
    }

    /** @return what was said to those who were refused */
    private static List<String> atOnce(List<Callable<Void>> work) throws InterruptedException {
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<Void>> done = new ArrayList<>();
            for (Callable<Void> one : work) {
                Callable<Void> afterTheSignal = () -> {
                    together.await();
                    return one.call();
                };
                done.add(threads.submit(afterTheSignal));
            }
            together.countDown();
            List<String> refused = new ArrayList<>();
            for (Future<Void> one : done) {
                try {
                    one.get();
                } catch (ExecutionException refusal) {
                    refused.add(said(refusal));
                }
            }
            return refused;
        } finally {
            threads.shutdown();
        }
    }

    private static String said(Throwable failure) {
        StringBuilder said = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            said.append(cause).append('\n');
        }
        return said.toString();
    }
}
