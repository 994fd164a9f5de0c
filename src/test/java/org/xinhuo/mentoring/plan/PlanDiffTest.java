package org.xinhuo.mentoring.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinhuo.mentoring.plan.PlanDiff.ActionChange;
import org.xinhuo.mentoring.plan.PlanDiff.Change;
import org.xinhuo.mentoring.plan.PlanDiff.GoalChange;
import org.xinhuo.mentoring.plan.PlanDraft.Action;
import org.xinhuo.mentoring.plan.PlanDraft.Goal;

class PlanDiffTest {

    private static final LocalDate END = LocalDate.of(2026, 9, 1);
    private static final Action TALK = new Action("Give a talk", LocalDate.of(2026, 4, 1));
    private static final Action VISIT = new Action("Visit a client", LocalDate.of(2026, 5, 1));

    private static PlanDraft plan(Goal... goals) {
        return new PlanDraft(List.of(goals), 2, END);
    }

    private static Goal goal(String competency, String target, Action... actions) {
        return new Goal(competency, new BigDecimal(target), List.of(actions));
    }

    @Test
    void theSamePlanHasNoDifferenceHoweverItsLevelIsWritten() {
        assertThat(PlanDiff.between(plan(goal("Speaking", "4", TALK)), plan(goal("Speaking", "4.00", TALK)))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void endAndCadenceAreNamedWithBothValues() {
        PlanDiff diff = PlanDiff.between(
                new PlanDraft(List.of(goal("Speaking", "4", TALK)), 2, END),
                new PlanDraft(List.of(goal("Speaking", "4", TALK)), 3, END.plusDays(30)));
        assertThat(diff.endOn()).isEqualTo(new Change<>(END, END.plusDays(30)));
        assertThat(diff.sessionsPerMonth()).isEqualTo(new Change<>(2, 3));
        assertThat(diff.goals()).isEmpty();
    }

    @Test
    void aGoalIsAddedRemovedOrAimsElsewhere() {
        PlanDiff diff = PlanDiff.between(
                plan(goal("Speaking", "4", TALK), goal("Selling", "3", VISIT)),
                plan(goal("Writing", "2", VISIT), goal("Speaking", "3.5", TALK)));
        assertThat(diff.goals()).extracting(GoalChange::competency).containsExactly("Writing", "Speaking", "Selling");
        assertThat(diff.goals().get(0).isAdded()).isTrue();
        assertThat(diff.goals().get(0).actions()).containsExactly(new ActionChange(null, VISIT));
        assertThat(diff.goals().get(1).isTargetChanged()).isTrue();
        assertThat(diff.goals().get(1).actions()).isEmpty();
        assertThat(diff.goals().get(2).isRemoved()).isTrue();
        assertThat(diff.goals().get(2).actions()).containsExactly(new ActionChange(VISIT, null));
    }

    @Test
    void anActionIsMovedRenamedAddedOrRemoved() {
        Action later = new Action("Give a talk", LocalDate.of(2026, 4, 20));
        Action renamed = new Action("Visit two clients", VISIT.dueOn());
        Action fresh = new Action("Write a report", LocalDate.of(2026, 6, 1));
        Action gone = new Action("Read a book", LocalDate.of(2026, 3, 15));
        List<ActionChange> changes = PlanDiff.between(
                        plan(goal("Speaking", "4", TALK, gone, VISIT)),
                        plan(goal("Speaking", "4", renamed, later, fresh)))
                .goals()
                .get(0)
                .actions();
        assertThat(changes)
                .containsExactly(
                        new ActionChange(VISIT, renamed),
                        new ActionChange(TALK, later),
                        new ActionChange(null, fresh),
                        new ActionChange(gone, null));
        assertThat(changes.get(0).isMoved()).isFalse();
        assertThat(changes.get(1).isMoved()).isTrue();
    }

    @Test
    void ofTwoActionsOfOneNameOnlyTheOneThatMovedIsNamed() {
        Action second = new Action(TALK.title(), TALK.dueOn().plusDays(7));
        Action moved = new Action(TALK.title(), TALK.dueOn().plusDays(9));
        assertThat(PlanDiff.between(plan(goal("Speaking", "4", TALK, second)), plan(goal("Speaking", "4", moved, TALK)))
                        .goals()
                        .get(0)
                        .actions())
                .containsExactly(new ActionChange(second, moved));
    }

    @Test
    void anotherOrderIsAnotherContentAndSaysSo() {
        PlanDiff diff =
                PlanDiff.between(plan(goal("Speaking", "4", TALK, VISIT)), plan(goal("Speaking", "4", VISIT, TALK)));
        assertThat(diff.reordered()).isTrue();
        assertThat(diff.isEmpty()).isFalse();
    }
}
