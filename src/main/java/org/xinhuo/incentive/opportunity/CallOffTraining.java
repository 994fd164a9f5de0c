package org.xinhuo.incentive.opportunity;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.opportunity.TrainingApplication.State;
import org.xinhuo.notification.Notices;

/** HR calls a training off. */
@Component
@Transactional
public class CallOffTraining {

    private static final int LONGEST_REASON = 500;

    private final TrainingOffers offers;
    private final TrainingApplications applications;
    private final OpportunityRights rights;
    private final TrainingTasks tasks;
    private final Notices notices;
    private final CompanyTime time;

    CallOffTraining(
            TrainingOffers offers,
            TrainingApplications applications,
            OpportunityRights rights,
            TrainingTasks tasks,
            Notices notices,
            CompanyTime time) {
        this.offers = offers;
        this.applications = applications;
        this.rights = rights;
        this.tasks = tasks;
        this.notices = notices;
        this.time = time;
    }

    /**
     * Ends the process of the offer.
     *
     * @param why which everybody who has applied reads
     * @throws Refusal for who may not, without a reason, and once the offer has ended
     */
    public void callOff(String offerId, String by, @Nullable String why) {
        // Locked by the last step of the process, after the lines of its tasks in the inbox: the order that all keep.
        TrainingOffer offer = offers.get(offerId);
        rights.check(by, OpportunityAction.CALL_OFF, offerId);
        if (!offer.state().runs()) {
            throw Refusal.conflict("training.over", offer.title());
        }
        if (why == null || why.isBlank() || why.length() > LONGEST_REASON || why.indexOf('\0') >= 0) {
            throw Refusal.invalid("reason", "training.whyNeeded", LONGEST_REASON);
        }
        tasks.callOff(offerId, why.strip());
    }

    /**
     * The last step of its process, whoever sent the message.
     *
     * @param by who sent it, or null for the application
     * @param why in HR's words, or null
     */
    public void settle(String offerId, @Nullable String by, @Nullable String why) {
        TrainingOffer offer = offers.lock(offerId);
        if (!offer.state().runs()) {
            return; // The message came once more while the tasks are still being ended.
        }
        offers.calledOff(offerId, by, why);
        offers.ended(offerId, TrainingOffer.State.CALLED_OFF, time.now());
        notices.tellAtOnce(
                applications.endAll(offerId, State.UNPLACED, time.now()),
                "training/" + offerId + "/called-off",
                why == null ? "training.calledOff" : "training.calledOffWhy",
                offer.link(),
                offer.title(),
                why == null ? "" : why);
    }
}
