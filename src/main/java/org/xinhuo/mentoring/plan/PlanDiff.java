package org.xinhuo.mentoring.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.xinhuo.mentoring.plan.PlanDraft.Action;
import org.xinhuo.mentoring.plan.PlanDraft.Goal;

/**
 * What distinguishes one plan from an earlier one, by goal and action. Empty exactly where both have the same content
 * hash. An action counts as the same one if its title and day stayed; failing that if the title stayed (its day moved),
 * and failing that if the day stayed (it was renamed).
 *
 * @param endOn null where the end stayed
 * @param sessionsPerMonth null where the cadence stayed
 * @param goals the goals that changed: those of the later plan in its order, then those that are gone
 * @param reordered whether nothing but the order of goals or actions changed
 */
public record PlanDiff(
        @Nullable Change<LocalDate> endOn,
        @Nullable Change<Integer> sessionsPerMonth,
        List<GoalChange> goals,
        boolean reordered) {

    /** One value that became another. */
    public record Change<T>(T before, T after) {}

    /**
     * One goal that changed.
     *
     * @param before the target level, null where the goal is new
     * @param after the target level, null where the goal is gone
     * @param actions the actions that changed; all of them where the goal is new or gone
     */
    public record GoalChange(
            String competency,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            List<ActionChange> actions) {

        public boolean isAdded() {
            return before == null;
        }

        public boolean isRemoved() {
            return after == null;
        }

        public boolean isTargetChanged() {
            return before != null && after != null && before.compareTo(after) != 0;
        }
    }

    /**
     * One action that changed.
     *
     * @param before null where the action is new
     * @param after null where the action is gone
     */
    public record ActionChange(
            @Nullable Action before, @Nullable Action after) {

        public boolean isAdded() {
            return before == null;
        }

        public boolean isRemoved() {
            return after == null;
        }

        /** The day moved and the title stayed. */
        public boolean isMoved() {
            return before != null && after != null && before.title().equals(after.title());
        }
    }

    public static PlanDiff between(PlanDraft before, PlanDraft after) {
        List<GoalChange> goals = new ArrayList<>();
        for (Goal goal : after.goals()) {
            Optional<Goal> old = before.goal(goal.competency());
            List<ActionChange> actions = actions(old.map(Goal::actions).orElse(List.of()), goal.actions());
            GoalChange change = new GoalChange(
                    goal.competency(), old.map(Goal::targetLevel).orElse(null), goal.targetLevel(), actions);
            if (change.isAdded() || change.isTargetChanged() || !actions.isEmpty()) {
                goals.add(change);
            }
        }
        for (Goal goal : before.goals()) {
            if (after.goal(goal.competency()).isEmpty()) {
                goals.add(new GoalChange(
                        goal.competency(), goal.targetLevel(), null, actions(goal.actions(), List.of())));
            }
        }
        Change<LocalDate> end = change(before.endOn(), after.endOn());
        Change<Integer> sessions = change(before.sessionsPerMonth(), after.sessionsPerMonth());
        boolean nothingElse = end == null && sessions == null && goals.isEmpty();
        return new PlanDiff(
                end,
                sessions,
                List.copyOf(goals),
                nothingElse && !before.contentHash().equals(after.contentHash()));
    }

    public boolean isEmpty() {
        return endOn == null && sessionsPerMonth == null && goals.isEmpty() && !reordered;
    }

    private static <T> @Nullable Change<T> change(T before, T after) {
        return before.equals(after) ? null : new Change<>(before, after);
    }

    /** In the order of the later plan, then what is gone. */
    private static List<ActionChange> actions(List<Action> before, List<Action> after) {
        List<Action> old = new ArrayList<>(before);
        List<Action> fresh = new ArrayList<>(after);
        take(old, fresh, Action::equals);
        List<ActionChange> changes = new ArrayList<>();
        changes.addAll(take(old, fresh, (one, other) -> one.title().equals(other.title())));
        changes.addAll(take(old, fresh, (one, other) -> one.dueOn().equals(other.dueOn())));
        fresh.forEach(action -> changes.add(new ActionChange(null, action)));
        changes.sort(Comparator.comparingInt(change -> after.indexOf(change.after())));
        old.forEach(action -> changes.add(new ActionChange(action, null)));
        return List.copyOf(changes);
    }

    /** Pairs those that match, first with first, and takes them out of both lists. */
    private static List<ActionChange> take(
            List<Action> before, List<Action> after, BiPredicate<Action, Action> isSame) {
        List<ActionChange> pairs = new ArrayList<>();
        for (Action action : List.copyOf(after)) {
            before.stream().filter(old -> isSame.test(old, action)).findFirst().ifPresent(old -> {
                before.remove(old);
                after.remove(action);
                pairs.add(new ActionChange(old, action));
            });
        }
        return pairs;
    }
}
