package org.xinhuo.mentoring;

import java.util.Set;

/** What HR has to look at over all pairs, as it stands now. */
public interface MentoringAttention {

    /** Mentorships for which HR is asked to name a mentor. */
    Set<String> unassigned();

    /** Pairs of which HR was told that they are silent, without a contact since; none that the reader is of. */
    Set<String> silent(String readerId);

    /** How many mandatory duties that were due in this month are not done: missed for good, or overdue. */
    long missedThisMonth();
}
