package org.xinhuo.mentoring.cohort;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Reason;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.cohort.CohortWithdrawals.Fate;
import org.xinhuo.mentoring.cohort.CohortWithdrawals.Member;
import org.xinhuo.mentoring.cohort.CohortWithdrawals.Withdrawal;
import org.xinhuo.mentoring.matching.PreparedShortlists;
import org.xinhuo.mentoring.rights.CompanyAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.notification.Notices;

/** HR takes a whole cohort back: the wrong people were named, or plans have changed. Pairs that have found each other go on. */
@Component
@Transactional
public class WithdrawCohort {

    /** Mentorships a transaction. */
    private static final int PORTION = 50;

    private final Cohorts cohorts;
    private final CohortWithdrawals withdrawals;
    private final PreparedShortlists prepared;
    private final MentoringRights rights;
    private final Notices notices;

    WithdrawCohort(
            Cohorts cohorts,
            CohortWithdrawals withdrawals,
            PreparedShortlists prepared,
            MentoringRights rights,
            Notices notices) {
        this.cohorts = cohorts;
        this.withdrawals = withdrawals;
        this.prepared = prepared;
        this.rights = rights;
        this.notices = notices;
    }

    /** A mentorship to take back, in whose name and why. */
    public record TakenBack(String mentorshipId, String personId, String reason) {}

    /** Whether this person is a mentee of it, and so decides nothing about it, also not as HR. */
    @Transactional(readOnly = true)
    public boolean isOwnCase(String cohortId, String personId) {
        return withdrawals.isMember(cohortId, personId);
    }

    /** Whether this person may, and anybody of it still waits. */
    @Transactional(readOnly = true)
    public boolean isPossible(String cohortId, String personId) {
        return rights.may(personId, CompanyAction.WITHDRAW_COHORT)
                && !withdrawals.isMember(cohortId, personId)
                && withdrawals.of(cohortId).isEmpty()
                && withdrawals.isAnybodyWaiting(cohortId);
    }

    /**
     * Keeps who takes the cohort back, and why. From now on nothing of it is started; its process does the rest.
     *
     * @throws Refusal where the person may not or is a mentee of it, there is no such cohort, the reason is missing, too long or no text, the
     *     cohort was taken back before, or nobody of it waits for a first mentor any more
     */
    public void withdraw(String cohortId, String personId, @Nullable String reason) {
        if (!rights.may(personId, CompanyAction.WITHDRAW_COHORT)) {
            throw Refusal.forbidden("cohort.withdraw.hrOnly");
        }
        Cohort cohort = cohorts.get(cohortId);
        if (withdrawals.isMember(cohortId, personId)) {
            // Nobody decides as HR about the own mentorship; left out alone, it would wait for an assignment that never
            // comes.
            throw Refusal.forbidden("cohort.withdraw.ownCase", cohort.name());
        }
        String given = Reason.of(reason).words();
        if (!withdrawals.begin(cohortId, personId, given)) {
            throw Refusal.conflict("cohort.withdraw.already", cohort.name());
        }
        if (!withdrawals.isAnybodyWaiting(cohortId)) {
            throw Refusal.conflict("cohort.withdraw.nobodyWaits", cohort.name());
        }
    }

    /**
     * Takes up a withdrawal.
     *
     * @throws Refusal where the cohort is not withdrawn, or that was taken up before
     */
    public void open(String cohortId) {
        if (!withdrawals.open(cohortId)) {
            throw Refusal.forbidden("cohort.startsByItself");
        }
    }

    /** Settles what becomes of the next portion of members. @return the mentorships to be taken back now */
    public List<TakenBack> nextToWithdraw(String cohortId) {
        Withdrawal withdrawal = withdrawals.of(cohortId).orElseThrow();
        List<Member> next = withdrawals.next(cohortId, PORTION);
        for (Member member : next) {
            if (member.fate() == Fate.WITHDRAWN && !member.started()) {
                prepared.discard(member.mentorshipId());
                cohorts.skip(cohortId, member.menteeId(), "cohort.mentee.withdrawn");
            }
        }
        withdrawals.settle(cohortId, next);
        return next.stream()
                .filter(member -> member.fate() == Fate.WITHDRAWN && member.started())
                .map(member -> new TakenBack(member.mentorshipId(), withdrawal.personId(), withdrawal.reason()))
                .toList();
    }

    public boolean isMoreToWithdraw(String cohortId) {
        return !withdrawals.next(cohortId, 1).isEmpty();
    }

    /** What becomes of every member is settled: who took the cohort back is told. */
    public void close(String cohortId) {
        withdrawals.done(cohortId);
        Withdrawal withdrawal = withdrawals.of(cohortId).orElseThrow();
        notices.tell(
                withdrawal.personId(),
                "cohort/" + cohortId + "/withdrawn",
                "cohort.notice.withdrawn",
                "/cohorts/" + cohortId,
                cohorts.get(cohortId).name(),
                withdrawals.count(cohortId, Fate.WITHDRAWN),
                withdrawals.count(cohortId, Fate.GOES_ON));
    }
}
