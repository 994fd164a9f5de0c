package org.xinhuo.mentoring.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.xinhuo.mentoring.plan.PlanDraft.Action;
import org.xinhuo.mentoring.plan.PlanDraft.Goal;

/** Differences between any two plans. */
class PlanDiffPropertiesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Property(tries = 500)
    void noDifferenceExactlyWhereTheHashesAgree(@ForAll("plans") PlanDraft one, @ForAll("plans") PlanDraft other) {
        assertThat(PlanDiff.between(one, one).isEmpty()).isTrue();
        assertThat(PlanDiff.between(one, other).isEmpty())
                .isEqualTo(one.contentHash().equals(other.contentHash()));
    }

    @Property(tries = 500)
    void appliedToTheEarlierPlanTheDifferenceGivesTheLater(
            @ForAll("plans") PlanDraft before, @ForAll("plans") PlanDraft after) {
        assertThat(withoutOrder(apply(PlanDiff.between(before, after), before))).isEqualTo(withoutOrder(after));
    }

    @Property(tries = 500)
    void theWayBackNamesTheSameGoals(@ForAll("plans") PlanDraft before, @ForAll("plans") PlanDraft after) {
        assertThat(PlanDiff.between(after, before).goals())
                .extracting(PlanDiff.GoalChange::competency)
                .containsExactlyInAnyOrderElementsOf(PlanDiff.between(before, after).goals().stream()
                        .map(PlanDiff.GoalChange::competency)
                        .toList());
    }

    /** Does to a plan what the difference says. */
    private static PlanDraft apply(PlanDiff diff, PlanDraft plan) {
        Map<String, Goal> goals = new LinkedHashMap<>();
        plan.goals().forEach(goal -> goals.put(goal.competency(), goal));
        for (PlanDiff.GoalChange change : diff.goals()) {
            Goal old = goals.get(change.competency());
            List<Action> actions = new ArrayList<>(old == null ? List.of() : old.actions());
            change.actions().forEach(action -> {
                if (action.before() != null) {
                    assertThat(actions.remove(action.before())).isTrue();
                }
            });
            change.actions().forEach(action -> {
                if (action.after() != null) {
                    actions.add(action.after());
                }
            });
            if (change.isRemoved()) {
                assertThat(actions).isEmpty();
                goals.remove(change.competency());
            } else {
                goals.put(change.competency(), new Goal(change.competency(), change.after(), actions));
            }
        }
        return new PlanDraft(
                List.copyOf(goals.values()),
                diff.sessionsPerMonth() == null
                        ? plan.sessionsPerMonth()
                        : diff.sessionsPerMonth().after(),
                diff.endOn() == null ? plan.endOn() : diff.endOn().after());
    }

    private static String withoutOrder(PlanDraft plan) {
        return plan.goals().stream()
                        .map(goal ->
                                goal.competency() + ">" + goal.targetLevel().stripTrailingZeros()
                                        + goal.actions().stream()
                                                .map(action -> action.title() + "@" + action.dueOn())
                                                .sorted()
                                                .toList())
                        .sorted()
                        .collect(Collectors.joining("\n"))
                + plan.sessionsPerMonth()
                + plan.endOn();
    }

    @Provide
    Arbitrary<PlanDraft> plans() {
        Arbitrary<Action> actions = Combinators.combine(
                        Arbitraries.of("talk", "visit", "write"),
                        Arbitraries.integers().between(1, 4))
                .as((title, days) -> new Action(title, DAY.plusDays(days)));
        Arbitrary<Goal> goals = Combinators.combine(
                        Arbitraries.of("Speaking", "Selling", "Writing"),
                        Arbitraries.of("3", "3.0", "4.5"),
                        actions.list().ofMinSize(1).ofMaxSize(4))
                .as((competency, target, steps) -> new Goal(competency, new BigDecimal(target), steps));
        return Combinators.combine(
                        goals.list().ofMinSize(1).ofMaxSize(3).uniqueElements(Goal::competency),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(0, 1))
                .as((list, sessions, months) -> new PlanDraft(list, sessions, DAY.plusMonths(6 + months)));
    }
}
