package org.xinhuo.promotion.process;

import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.BarredFromTasks;
import org.xinhuo.mentoring.MentorActs;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.promotion.Promotion;
import org.xinhuo.promotion.PromotionApprover;

/** Keeps mentors from the requests of their mentees, and gives to others what they were to decide. */
@Component
class MentorsApproveNothing implements BarredFromTasks {

    private static final Set<String> APPROVALS =
            Set.of(PromotionModel.APPROVE_AS_MANAGER, PromotionModel.APPROVE_AS_HR);

    private final PromotionApprover approver;
    private final Mentorships mentorships;
    private final PassOnApprovals others;

    MentorsApproveNothing(PromotionApprover approver, Mentorships mentorships, PassOnApprovals others) {
        this.approver = approver;
        this.mentorships = mentorships;
        this.others = others;
    }

    /** The own application is refused with a sentence when it is decided, and to nobody's surprise. */
    @Override
    public boolean isBarred(String process, String task, String businessKey, String personId) {
        return PromotionModel.KEY.equals(process)
                && APPROVALS.contains(task)
                && approver.isMentorOfApplicant(businessKey, personId);
    }

    /** Whoever was to decide mentors the applicant from now on. */
    @EventListener
    @Transactional
    public void on(MentorActs event) {
        String applicant = mentorships.get(event.mentorshipId()).menteeId();
        for (Promotion promotion : approver.openOf(applicant)) {
            others.passOn(promotion, event.personId());
        }
    }
}
