package org.xinhuo.mentoring.process.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xinhuo.mentoring.cohort.UnfitMentees;
import org.xinhuo.testing.PassedNodes;

/** One test a path of a cohort, from the names that HR gave to the last answer. */
class CohortProcessTest extends CohortStory {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("cohort").without("withdrawal");

    @Test
    void everybodyGetsAShortlistAndTheListsSpread() {
        String id = formed("e1", "e2", "e3", "e4", "e5");
        assertThat(report(id).state()).isEqualTo("matching");
        assertThat(report(id).states()).containsEntry("choosing", 5);
        assertThat(jdbc.queryForList(
                        "select count(*) from shortlist_entry group by mentor_id order by mentor_id", Integer.class))
                .as("without a limit a, b and c would stand on all five; one list had to be filled up with b")
                .containsExactly(3, 4, 3, 5);
    }

    @Test
    void whoLeavesItToTheSystemWaitsForTheOthers() {
        String id = formed("e1", "e2");
        choose("e1", "auto");
        assertThat(report(id).states()).containsEntry("waiting", 1).containsEntry("choosing", 1);
        assertThat(report(id).assigned()).isNull();
        choose("e2", "auto");
        assertThat(report(id).state()).isEqualTo("assigned");
        assertThat(List.of(asked("e1"), asked("e2"))).containsExactly("a", "b");
        answer("e1", true);
        answer("e2", true);
        assertThat(report(id).state()).isEqualTo("done");
        assertThat(report(id).auto()).isEqualTo(2);
        assertThat(report(id).averageRank()).isEqualByComparingTo(new BigDecimal("1.5"));
        assertThat(report(id).blockingPairs().count()).isZero();
    }

    @Test
    void theDeadlineAssignsTheSilentTogether() {
        String id = formed("e1", "e2", "e3");
        fire("choiceOverdue", "e2");
        assertThat(report(id).states()).containsEntry("waiting", 1);
        fireChoiceDue();
        assertThat(report(id).silent()).isEqualTo(3);
        assertThat(List.of(asked("e1"), asked("e2"), asked("e3"))).containsExactly("a", "b", "c");
    }

    @Test
    void whoChoseAMentorIsAskedForAtOnceAndKeepsThePlace() {
        String id = formed("e1", "e2");
        choose("e2", "a");
        assertThat(asked("e2")).isEqualTo("a");
        choose("e1", "auto");
        assertThat(asked("e1")).isEqualTo("b");
        assertThat(report(id).chosen()).isEqualTo(1);
        assertThat(report(id).assigned()).isEqualTo(1);
    }

    @Test
    void whenEverybodyHasAnsweredDuringTheStartNobodyIsWaitedFor() {
        company.write("update mentor set capacity = 0");
        String id = formed("e1", "e2");
        assertThat(report(id).state()).isEqualTo("assigned");
        assertThat(report(id).unmatched()).isEqualTo(2);
        assertThat(report(id).unmatchedMentees()).extracting("menteeId").containsExactly("e1", "e2");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskDefinitionKey("assignMentor")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aDeclineGoesToTheNextWhoHasAPlaceAlsoBeyondTheShortlist() {
        String id = formed("e1", "e2", "e3", "e4");
        for (String mentee : List.of("e1", "e2", "e3", "e4")) {
            choose(mentee, "auto");
        }
        assertThat(asked("e1")).isEqualTo("a");
        assertThat(asked("e4")).isEqualTo("d");
        answer("e1", false);
        assertThat(asked("e1")).as("b and c are held for others").isEqualTo("d");
        answer("e1", false);
        assertThat(report(id).unmatchedMentees()).extracting("menteeId").containsExactly("e1");
    }

    @Test
    void whoHasNoPlaceGoesToHr() {
        company.write("update mentor set capacity = 1");
        String id = formed("e1", "e2", "e3", "e4", "e5");
        fireChoiceDue();
        assertThat(report(id).unmatched()).isEqualTo(1);
        assertThat(report(id).unmatchedMentees()).extracting("menteeId").containsExactly("e5");
        assertThat(report(id).load().max()).isEqualByComparingTo(BigDecimal.ONE);
    }

    @Test
    void whoEnteredAMentorshipMeanwhileIsSkippedAndReported() {
        String id = cohorts.form("Autumn", List.of("e1", "e2"), "han");
        engine.getRuntimeService().startProcessInstanceByKey("mentoring", "own", Map.of("menteeId", "e1"));
        runJobs();
        assertThat(report(id).skippedMentees())
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.why()).isEqualTo("cohort.mentee.inMentorship"));
        choose("e2", "auto");
        assertThat(report(id).state()).isEqualTo("assigned");
        assertThat(jdbc.queryForObject("select count(*) from prepared_shortlist", Integer.class))
                .isZero();
    }

    @Test
    void aChoiceAfterTheAssignmentIsRefused() {
        String id = formed("e1", "e2");
        String task = task("e1", "chooseMentor").getId();
        company.write("update shortlist set choice = 'SILENCE'");
        assertThatThrownBy(() -> engine.getTaskService().complete(task, Map.of("choice", "a")))
                .hasStackTraceContaining("matching.choiceClosed");
        assertThat(report(id).chosen()).isZero();
    }

    @Test
    void nobodyWhoCannotBeAMenteeIsStartedNorAnybodyElse() {
        company.employee("gone").left("gone");
        engine.getRuntimeService().startProcessInstanceByKey("mentoring", "own", Map.of("menteeId", "e1"));
        assertThatThrownBy(() -> cohorts.form("x", List.of("e2", "gone", "e1", "who", "e2"), "han"))
                .isInstanceOfSatisfying(
                        UnfitMentees.class,
                        unfit -> assertThat(unfit.all())
                                .extracting("position", "menteeId", "code")
                                .containsExactly(
                                        org.assertj.core.groups.Tuple.tuple(2, "gone", "cohort.mentee.left"),
                                        org.assertj.core.groups.Tuple.tuple(3, "e1", "cohort.mentee.inMentorship"),
                                        org.assertj.core.groups.Tuple.tuple(4, "who", "cohort.mentee.unknown"),
                                        org.assertj.core.groups.Tuple.tuple(5, "e2", "cohort.mentee.twice")));
        assertThat(jdbc.queryForObject("select count(*) from cohort", Integer.class))
                .isZero();
    }

    @Test
    void aCohortStartsOnceAndNotWithoutHr() {
        String id = formed("e1");
        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("cohort", id))
                .hasStackTraceContaining("cohort.startsByItself");
        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("cohort"))
                .hasStackTraceContaining("cohort.startsByItself");
        assertThatThrownBy(() -> cohorts.form("x", List.of("e2"), "e2")).hasMessageContaining("cohort.hrOnly");
    }
}
