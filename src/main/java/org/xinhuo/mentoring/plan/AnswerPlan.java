package org.xinhuo.mentoring.plan;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.plan.PlanVersion.Side;

/** One side agrees to the newest version, or says what should change. The answer stays with that version. */
@Component
@Transactional
public class AnswerPlan {

    private final Plans plans;
    private final PlanVersions versions;

    AnswerPlan(Plans plans, PlanVersions versions) {
        this.plans = plans;
        this.versions = versions;
    }

    public void asMentee(String mentorshipId, String personId, boolean agreed, @Nullable String changeRequest) {
        Plan plan = plans.newest(mentorshipId);
        plan.expectMentee(personId);
        answer(plan, Side.MENTEE, personId, agreed, changeRequest);
    }

    public void asMentor(String mentorshipId, String personId, boolean agreed, @Nullable String changeRequest) {
        Plan plan = plans.newest(mentorshipId);
        plan.expectMentor(personId);
        answer(plan, Side.MENTOR, personId, agreed, changeRequest);
    }

    private void answer(Plan plan, Side side, String personId, boolean agreed, @Nullable String changeRequest) {
        plan.expectNegotiating();
        if (!agreed && changeRequest == null) {
            throw Refusal.invalid("changeRequest", "form.required", "changeRequest");
        }
        PlanVersion version =
                versions.newestOf(plan).orElseThrow(() -> Refusal.conflict("mentoring.plan.none", plan.mentorshipId()));
        versions.answer(plan.mentorshipId(), version, side, personId, agreed, agreed ? null : changeRequest);
    }
}
