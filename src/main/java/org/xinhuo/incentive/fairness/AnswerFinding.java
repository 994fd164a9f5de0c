package org.xinhuo.incentive.fairness;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.fairness.RingFinding.Member;
import org.xinhuo.people.Groups;

/** Takes HR's answer about a group whose marks for each other stand out. */
@Component
@Transactional
public class AnswerFinding {

    private static final String ASKED = "hr";

    private static final int LONGEST_REMARK = 1000;

    private final RingFindings findings;
    private final Groups groups;

    AnswerFinding(RingFindings findings, Groups groups) {
        this.findings = findings;
        this.groups = groups;
    }

    /**
     * An answer about all of a group at once, on the page.
     *
     * @param released there is nothing to it: money of the members waits no longer for this
     * @throws Refusal for others than HR, for a member, without a reason, or where all is answered
     */
    public void answer(String findingId, String by, boolean released, @Nullable String remark) {
        if (!groups.of(by).contains(ASKED)) {
            throw Refusal.forbidden("fairness.onlyHr");
        }
        RingFinding finding = findings.get(findingId);
        refuseMember(finding, by);
        String reason = reason(remark);
        boolean answered = false;
        for (Member member : finding.members()) {
            answered |= findings.answer(findingId, member.lecturerId(), released, by, reason);
        }
        if (!answered) {
            throw Refusal.conflict("fairness.findingWasAnswered");
        }
    }

    /**
     * HR decided about a reward of this person: that answers what held it. Without anything that holds it, nothing.
     *
     * @throws Refusal without a reason where something held it, and for a member of the group that it is held for
     */
    public void rewardDecided(
            String lecturerId, YearMonth period, String by, boolean approved, @Nullable String remark) {
        for (RingFinding finding : findings.holding(lecturerId, period)) {
            refuseMember(finding, by);
            findings.answer(finding.id(), lecturerId, approved, by, reason(remark));
        }
    }

    private static void refuseMember(RingFinding finding, String person) {
        if (finding.concerns(person)) {
            throw Refusal.forbidden("fairness.ownFinding");
        }
    }

    private static String reason(@Nullable String remark) {
        String reason = remark == null ? "" : remark.strip();
        if (reason.isEmpty()) {
            throw Refusal.invalid("remark", "fairness.remarkNeeded");
        }
        if (reason.length() > LONGEST_REMARK) {
            throw Refusal.invalid("remark", "fairness.remarkTooLong", LONGEST_REMARK);
        }
        return reason;
    }
}
