package org.xinhuo.mentoring.plan;

import org.jspecify.annotations.Nullable;
import org.xinhuo.mentoring.plan.PlanVersion.Side;

/**
 * Where the plan of a mentorship stands now, such as "version 2 in force, version 3 waiting for the mentee".
 *
 * @param inForce what both confirmed last; null before the first plan
 * @param proposed the newest version that is being negotiated; null where nothing is proposed
 */
public record PlanStanding(
        @Nullable PlanVersion inForce, @Nullable PlanVersion proposed, Waiting waiting) {

    /** For whom the negotiation waits. */
    public enum Waiting {
        /** Nothing is being negotiated. */
        NOBODY,
        /** The mentee is to state needs. */
        NEEDS,
        /** The mentor is to draft or revise. */
        MENTOR_DRAFT,
        /** There were too many versions: HR mediates before the mentor revises. */
        HR,
        /** The mentee is to answer the newest version. */
        MENTEE,
        /** The mentor is to confirm what the mentee agreed to. */
        MENTOR
    }

    /**
     * @param newest the newest round, null where there is none
     * @param proposed the newest version of that round
     */
    static PlanStanding of(@Nullable PlanVersion inForce, @Nullable Plan newest, @Nullable PlanVersion proposed) {
        if (newest == null || newest.state() != Plan.State.NEGOTIATING) {
            return new PlanStanding(inForce, null, Waiting.NOBODY);
        }
        return new PlanStanding(inForce, proposed, waiting(newest, proposed));
    }

    private static Waiting waiting(Plan plan, @Nullable PlanVersion proposed) {
        if (proposed == null) {
            return plan.needs() == null && !plan.isChange() ? Waiting.NEEDS : Waiting.MENTOR_DRAFT;
        }
        if (proposed.changeRequest() != null) {
            return Waiting.MENTOR_DRAFT;
        }
        return proposed.isAgreedBy(Side.MENTEE) ? Waiting.MENTOR : Waiting.MENTEE;
    }

    /** The same while HR mediates. */
    public PlanStanding mediated() {
        return new PlanStanding(inForce, proposed, Waiting.HR);
    }

    public boolean isNegotiated() {
        return waiting != Waiting.NOBODY;
    }
}
