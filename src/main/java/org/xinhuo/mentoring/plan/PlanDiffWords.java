package org.xinhuo.mentoring.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.plan.PlanDiff.ActionChange;
import org.xinhuo.mentoring.plan.PlanDiff.GoalChange;
import org.xinhuo.mentoring.plan.PlanDraft.Action;

/** Says a difference in sentences, in the reader's language: one home for forms, pages and REST. */
@Component
public class PlanDiffWords {

    private static final String CODE = "mentoring.plan.diff.";

    private final Texts texts;

    PlanDiffWords(Texts texts) {
        this.texts = texts;
    }

    /** What became of the thing that a sentence is about. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** One sentence. */
    public record Line(Kind kind, String text) {}

    /** In the order in which a person reads a plan; empty where both say the same. */
    public List<Line> of(PlanDiff diff) {
        List<Line> lines = new ArrayList<>();
        PlanDiff.Change<?> end = diff.endOn();
        if (end != null) {
            lines.add(line(Kind.CHANGED, "end", end.before(), end.after()));
        }
        PlanDiff.Change<?> sessions = diff.sessionsPerMonth();
        if (sessions != null) {
            lines.add(line(Kind.CHANGED, "sessions", sessions.before(), sessions.after()));
        }
        diff.goals().forEach(goal -> addGoal(lines, goal));
        if (diff.reordered()) {
            lines.add(line(Kind.CHANGED, "reordered"));
        }
        return List.copyOf(lines);
    }

    private void addGoal(List<Line> lines, GoalChange goal) {
        BigDecimal before = goal.before();
        BigDecimal after = goal.after();
        if (before == null && after != null) {
            lines.add(line(Kind.ADDED, "goalAdded", goal.competency(), written(after)));
        } else if (before != null && after == null) {
            lines.add(line(Kind.REMOVED, "goalRemoved", goal.competency(), written(before)));
        } else if (before != null && after != null && goal.isTargetChanged()) {
            lines.add(line(Kind.CHANGED, "target", goal.competency(), written(before), written(after)));
        }
        goal.actions().forEach(action -> lines.add(action(goal.competency(), action)));
    }

    private Line action(String competency, ActionChange change) {
        Action before = change.before();
        Action after = change.after();
        if (before == null && after != null) {
            return line(Kind.ADDED, "actionAdded", competency, after.title(), after.dueOn());
        }
        if (after == null && before != null) {
            return line(Kind.REMOVED, "actionRemoved", competency, before.title(), before.dueOn());
        }
        if (before == null || after == null) {
            throw new IllegalStateException("neither before nor after");
        }
        return change.isMoved()
                ? line(Kind.CHANGED, "actionMoved", competency, after.title(), before.dueOn(), after.dueOn())
                : line(Kind.CHANGED, "actionRenamed", competency, before.title(), after.title(), after.dueOn());
    }

    /** Every argument as text: a number is written as the plan has it, not grouped by thousands. */
    private Line line(Kind kind, String code, Object... arguments) {
        Object[] written = new Object[arguments.length];
        for (int index = 0; index < arguments.length; index++) {
            written[index] = String.valueOf(arguments[index]);
        }
        return new Line(kind, texts.text(CODE + code, written));
    }

    private static String written(BigDecimal level) {
        return level.stripTrailingZeros().toPlainString();
    }
}
