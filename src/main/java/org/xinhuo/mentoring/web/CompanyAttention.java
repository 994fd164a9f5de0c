package org.xinhuo.mentoring.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.inbox.TaskInbox;
import org.xinhuo.mentoring.MentoringAttention;
import org.xinhuo.mentoring.absence.SilentPairs;
import org.xinhuo.mentoring.coaching.DutyList;

/** Asks each stage for its part. */
@Component
@Transactional(readOnly = true)
class CompanyAttention implements MentoringAttention {

    private static final String HR = "hr";
    private static final String ASSIGN_MENTOR = "assignMentor";

    private final TaskInbox inbox;
    private final SilentPairs silentPairs;
    private final DutyList duties;
    private final CompanyTime time;

    CompanyAttention(TaskInbox inbox, SilentPairs silentPairs, DutyList duties, CompanyTime time) {
        this.inbox = inbox;
        this.silentPairs = silentPairs;
        this.duties = duties;
        this.time = time;
    }

    @Override
    public Set<String> unassigned() {
        return inbox.waitingFor(HR, ASSIGN_MENTOR);
    }

    @Override
    public Set<String> silent(String readerId) {
        return silentPairs.knownToHr(readerId);
    }

    @Override
    public long missedThisMonth() {
        return duties.notDoneIn(time.thisMonth());
    }
}
