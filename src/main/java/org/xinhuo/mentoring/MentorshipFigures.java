package org.xinhuo.mentoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the later stages know about a mentorship, for whoever shows it. Null where nothing exists yet. */
public interface MentorshipFigures {

    /**
     * The newest version of the plan.
     *
     * @param version from 1
     * @param endOn the last day of the plan, or null while undecided
     */
    record Plan(int version, @Nullable LocalDate endOn, boolean confirmedByMentee, boolean confirmedByMentor) {}

    /** What was put in: hours of guidance a month, contacts a week, resources shared. */
    record Input(BigDecimal hoursPerMonth, BigDecimal contactsPerWeek, int resources) {}

    /**
     * What came of it: rates as fractions, satisfaction 1 to 5.
     *
     * @param workMetricChange how the work metrics that stand for the plan's competencies moved, as a fraction of their
     *     targets; above 0 is better, whichever way the metric counts
     */
    record Output(
            @Nullable BigDecimal improvementRate,
            @Nullable BigDecimal gapClosed,
            @Nullable BigDecimal satisfaction,
            @Nullable BigDecimal workMetricChange) {}

    @Nullable
    Plan plan(String mentorshipId);

    /**
     * The last day of the plan that counts now. Null also where the newest plan is of an earlier round, and with another
     * mentor: as long as one is looked for, and until the pair has something new on paper.
     */
    default @Nullable LocalDate planEnd(Mentorship mentorship) {
        Plan newest = plan(mentorship.id());
        if (newest == null || mentorship.state() == Mentorship.State.MATCHING) {
            return null;
        }
        // What both have confirmed leads to coaching: while they plan it is the one before.
        boolean earlier = mentorship.state() == Mentorship.State.PLANNING
                && newest.confirmedByMentee()
                && newest.confirmedByMentor();
        return earlier ? null : newest.endOn();
    }

    /** @param dueOn with the pauses since it was agreed on */
    record OpenAction(String title, LocalDate dueOn) {}

    /** What the mentee has not done yet of the plan that both confirmed last, the first due first. */
    List<OpenAction> openActions(String mentorshipId);

    /** Actions done by their due date / actions due by now, 0 to 1. */
    @Nullable
    BigDecimal executionRate(String mentorshipId);

    @Nullable
    Input input(String mentorshipId);

    /**
     * The present growth, with the mentee's latest mark.
     *
     * @param marksFrom marks of evaluations before this moment are left out: a mentor sees no mark of an earlier one that
     *     the mentee has not handed over
     */
    @Nullable
    Output output(String mentorshipId, Instant marksFrom);
}
