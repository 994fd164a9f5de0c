package org.xinhuo.mentoring.process.plan;

import static org.xinhuo.mentoring.process.stage.PairFacts.written;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinhuo.mentoring.plan.PlanVersion;

/**
 * One difference between two versions of a plan.
 *
 * @param kind {@code endOn}, {@code sessions}, {@code goal} or {@code action}
 * @param label what is meant, such as the competency; empty where the kind says it all
 * @param before empty where it is new
 * @param after empty where it is gone
 */
record PlanChange(String kind, String label, String before, String after) {

    /** All differences, in the order in which a person reads a plan; none where both say the same. */
    static List<PlanChange> between(PlanVersion before, PlanVersion after) {
        List<PlanChange> changes = new ArrayList<>();
        add(changes, "endOn", "", before.endOn().toString(), after.endOn().toString());
        add(
                changes,
                "sessions",
                "",
                String.valueOf(before.sessionsPerMonth()),
                String.valueOf(after.sessionsPerMonth()));
        addAll(changes, "goal", goals(before), goals(after));
        addAll(changes, "action", actions(before), actions(after));
        return changes;
    }

    private static void addAll(
            List<PlanChange> changes, String kind, Map<String, String> before, Map<String, String> after) {
        Set<String> labels = new LinkedHashSet<>(after.keySet());
        labels.addAll(before.keySet());
        labels.forEach(
                label -> add(changes, kind, label, before.getOrDefault(label, ""), after.getOrDefault(label, "")));
    }

    private static void add(List<PlanChange> changes, String kind, String label, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new PlanChange(kind, label, before, after));
        }
    }

    private static Map<String, String> goals(PlanVersion version) {
        Map<String, String> goals = new LinkedHashMap<>();
        version.goals().forEach(goal -> goals.put(goal.competency(), written(goal.targetLevel())));
        return goals;
    }

    /** Two actions of one name in one goal stand together. */
    private static Map<String, String> actions(PlanVersion version) {
        Map<String, String> actions = new LinkedHashMap<>();
        version.goals()
                .forEach(goal -> goal.actions()
                        .forEach(action -> actions.merge(
                                goal.competency() + " · " + action.title(),
                                action.dueOn().toString(),
                                (first, second) -> first + ", " + second)));
        return actions;
    }
}
