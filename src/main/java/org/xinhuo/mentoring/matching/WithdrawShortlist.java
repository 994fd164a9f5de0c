package org.xinhuo.mentoring.matching;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Nobody waits for a shortlist any more; its mentors can be shown to others. */
@Component
public class WithdrawShortlist {

    private final Shortlists shortlists;

    WithdrawShortlist(Shortlists shortlists) {
        this.shortlists = shortlists;
    }

    /** Closes the open shortlist of a mentorship; there may be none. */
    @Transactional
    public void withdraw(String mentorshipId) {
        shortlists.openOf(mentorshipId).ifPresent(shortlists::close);
    }
}
