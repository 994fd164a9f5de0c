package org.xinhuo.incentive.opportunity;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;

/** A lecturer who qualifies applies for a training. */
@Component
@Transactional
public class ApplyForTraining {

    public static final int LONGEST_REASON = 1000;

    private final TrainingOffers offers;
    private final TrainingApplications applications;
    private final LecturerResults results;
    private final TrainingRules rules;
    private final OpportunityRights rights;
    private final TrainingTasks tasks;
    private final CompanyTime time;

    ApplyForTraining(
            TrainingOffers offers,
            TrainingApplications applications,
            LecturerResults results,
            TrainingRules rules,
            OpportunityRights rights,
            TrainingTasks tasks,
            CompanyTime time) {
        this.offers = offers;
        this.applications = applications;
        this.results = results;
        this.rules = rules;
        this.rights = rights;
        this.tasks = tasks;
        this.time = time;
    }

    /**
     * Stores the application, also again after an earlier one was withdrawn.
     *
     * @throws Refusal where the person does not qualify now, the deadline has passed, or the person has applied already
     */
    public void apply(String offerId, String lecturerId, String reason) {
        TrainingOffer offer = offers.lock(offerId);
        expectMay(offer, lecturerId);
        int version = results.of(lecturerId).map(rules::qualifies).orElseThrow().orElseThrow();
        applications.apply(offer.id(), lecturerId, reason, version, time.now());
    }

    /**
     * The same from a page or {@code /api}: through the task of this person where one is open. Who qualifies only since
     * the offer was published, or has withdrawn meanwhile, has none.
     *
     * @throws Refusal as {@link #apply} does, and without a reason
     */
    public void applyAnywhere(String offerId, String lecturerId, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reason", "form.required", "reason");
        }
        if (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw Refusal.invalid("reason", "form.tooLong", "reason", LONGEST_REASON);
        }
        // Not locked yet: whoever completes a task has its line in the inbox first and the offer then, as timers do.
        expectMay(offers.get(offerId), lecturerId);
        if (!tasks.apply(offerId, lecturerId, reason.strip())) {
            apply(offerId, lecturerId, reason.strip());
        }
    }

    private void expectMay(TrainingOffer offer, String lecturerId) {
        rights.check(lecturerId, OpportunityAction.APPLY, offer.id());
        if (offer.state() != TrainingOffer.State.OPEN || time.now().isAfter(offer.applyUntil())) {
            throw Refusal.conflict("training.closed", offer.title());
        }
        if (applications.tookAnotherBack(offer.id(), lecturerId)) {
            throw Refusal.forbidden("training.tookAnotherBack");
        }
        if (applications.counts(offer.id(), lecturerId)) {
            throw Refusal.conflict("training.applied", offer.title());
        }
    }
}
