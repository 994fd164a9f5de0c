package org.xinhuo.mentoring.plan;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.plan.PlanVersion.Side;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;

/** One side agrees to the newest version, or says what should change. The answer stays with that version. */
@Component
@Transactional
public class AnswerPlan {

    private final MentoringRights rights;
    private final Plans plans;
    private final PlanVersions versions;
    private final CompanyTime time;

    AnswerPlan(MentoringRights rights, Plans plans, PlanVersions versions, CompanyTime time) {
        this.rights = rights;
        this.plans = plans;
        this.versions = versions;
        this.time = time;
    }

    /**
     * What somebody answers.
     *
     * @param shown the number of the version that the person saw; null where the caller does not say, which means the
     *     newest
     * @param shownHash the content hash of what the person saw, or null where the caller does not say
     * @param changeRequest what should change; needed where the person does not agree
     */
    public record Given(
            @Nullable Integer shown,
            @Nullable String shownHash,
            boolean agreed,
            @Nullable String changeRequest) {}

    /** @throws Refusal where the version shown is not the newest, or nothing is said to change without agreeing */
    public void asMentee(String mentorshipId, String personId, Given given) {
        rights.check(personId, mentorshipId, MentoringAction.AGREE_PLAN);
        answer(plans.newest(mentorshipId), Side.MENTEE, personId, given);
    }

    /** @throws Refusal where the version shown is not the newest, or nothing is said to change without agreeing */
    public void asMentor(String mentorshipId, String personId, Given given) {
        rights.check(personId, mentorshipId, MentoringAction.CONFIRM_PLAN);
        answer(plans.newest(mentorshipId), Side.MENTOR, personId, given);
    }

    private void answer(Plan plan, Side side, String personId, Given given) {
        plan.expectNegotiating();
        PlanVersion version =
                versions.newestOf(plan).orElseThrow(() -> Refusal.conflict("mentoring.plan.none", plan.mentorshipId()));
        Integer shown = given.shown();
        if (shown != null && shown != version.version()) {
            throw Refusal.invalid(
                    "version",
                    "mentoring.plan.staleVersion",
                    String.valueOf(shown.intValue()),
                    String.valueOf(version.version()));
        }
        String hash = given.shownHash();
        if (hash != null && !hash.equals(version.contentHash())) {
            throw Refusal.invalid(
                    "contentHash",
                    "mentoring.plan.otherContent",
                    String.valueOf(version.version()),
                    version.shortHash());
        }
        if (!given.agreed() && given.changeRequest() == null) {
            throw Refusal.invalid("changeRequest", "form.required", "changeRequest");
        }
        if (given.agreed()) {
            version.expectUntouched();
            if (!version.endOn().isAfter(time.today())) {
                throw Refusal.invalid("version", "mentoring.plan.overAlready", version.endOn());
            }
        }
        versions.answer(
                plan.mentorshipId(),
                version,
                side,
                personId,
                given.agreed(),
                given.agreed() ? null : given.changeRequest());
    }
}
