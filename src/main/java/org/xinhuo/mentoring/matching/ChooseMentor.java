package org.xinhuo.mentoring.matching;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;

/** The mentee says who shall be asked first, or leaves it to the system, also by silence. */
@Component
public class ChooseMentor {

    /** What the mentee writes to leave it to the system. */
    public static final String AUTO = "auto";

    private final Shortlists shortlists;

    ChooseMentor(Shortlists shortlists) {
        this.shortlists = shortlists;
    }

    /**
     * Keeps the mentee's choice.
     *
     * @param choice the id of one of the recommended mentors, or {@link #AUTO}
     * @param reason the mentee's own words, or null
     * @throws Refusal where the choice is neither
     */
    @Transactional
    public void choose(String mentorshipId, String choice, @Nullable String reason) {
        Shortlist shortlist = open(mentorshipId);
        if (AUTO.equals(choice)) {
            shortlists.choose(shortlist, Shortlists.Choice.AUTO, null, reason);
            return;
        }
        if (shortlist.of(choice).isEmpty()) {
            throw Refusal.invalid("choice", "matching.notRecommended", choice);
        }
        shortlists.choose(shortlist, Shortlists.Choice.MENTEE, choice, reason);
    }

    /** The deadline passed without a word: the best is asked. */
    @Transactional
    public void chooseBest(String mentorshipId) {
        shortlists.choose(open(mentorshipId), Shortlists.Choice.SILENCE, null, null);
    }

    private Shortlist open(String mentorshipId) {
        return shortlists
                .openOf(mentorshipId)
                .orElseThrow(() -> Refusal.conflict("matching.noShortlist", mentorshipId));
    }
}
