package org.xinhuo.mentoring.absence;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.mentoring.MoveMentorship;
import org.xinhuo.mentoring.matching.WithdrawShortlist;

/** The mentee has left the company: the mentorship ends, and nobody's place or shortlist waits for it any more. */
@Component
public class WithdrawMentee {

    private final WithdrawShortlist withdrawShortlist;
    private final MoveMentorship moveMentorship;

    WithdrawMentee(WithdrawShortlist withdrawShortlist, MoveMentorship moveMentorship) {
        this.withdrawShortlist = withdrawShortlist;
        this.moveMentorship = moveMentorship;
    }

    @Transactional
    public void withdraw(String mentorshipId) {
        withdrawShortlist.withdraw(mentorshipId);
        moveMentorship.toStopped(mentorshipId);
    }
}
