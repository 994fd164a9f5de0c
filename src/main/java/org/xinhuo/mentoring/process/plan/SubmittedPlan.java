package org.xinhuo.mentoring.process.plan;

import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.plan.PlanDraft;

/** Reads a plan from the form that drafts or revises it. */
final class SubmittedPlan {

    private SubmittedPlan() {}

    static PlanDraft of(FormInput input) {
        return new PlanDraft(
                input.list("goals").stream().map(SubmittedPlan::goal).toList(),
                input.integer("sessionsPerMonth"),
                input.date("endOn"));
    }

    private static PlanDraft.Goal goal(FormInput goal) {
        return new PlanDraft.Goal(
                goal.text("competency"),
                goal.number("targetLevel"),
                goal.list("actions").stream()
                        .map(action -> new PlanDraft.Action(action.text("title"), action.date("dueOn")))
                        .toList());
    }
}
