package org.xinhuo.incentive.opportunity;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.opportunity.TrainingApplication.State;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Groups;

/** Takes an application or a place back; the process then lets the next one who waits move up. */
@Component
@Transactional
public class WithdrawFromTraining {

    private static final int LONGEST_REASON = 500;

    private final TrainingOffers offers;
    private final TrainingApplications applications;
    private final OpportunityRights rights;
    private final TrainingTasks tasks;
    private final Notices notices;
    private final Groups groups;
    private final CompanyTime time;

    WithdrawFromTraining(
            TrainingOffers offers,
            TrainingApplications applications,
            OpportunityRights rights,
            TrainingTasks tasks,
            Notices notices,
            Groups groups,
            CompanyTime time) {
        this.offers = offers;
        this.applications = applications;
        this.rights = rights;
        this.tasks = tasks;
        this.notices = notices;
        this.groups = groups;
        this.time = time;
    }

    /** By the applicant. @throws Refusal for everybody else, and once the offer has ended */
    public void withdraw(String offerId, String lecturerId) {
        TrainingOffer offer = running(offerId);
        rights.check(lecturerId, OpportunityAction.WITHDRAW_OWN, offerId);
        TrainingApplication one = mine(offer, lecturerId);
        end(offer, one, lecturerId, null);
        if (one.state() == State.PLACED) {
            notices.tell(
                    groups.members("hr"),
                    key(offer, one) + "/withdrawn/" + time.now(),
                    "training.withdrawn",
                    offer.link(),
                    one.name(),
                    offer.title());
        }
    }

    /**
     * By HR, for a reason that the lecturer reads.
     *
     * @throws Refusal for everybody else, without a reason, and once the offer has ended
     */
    public void withdrawFor(String offerId, String lecturerId, String by, @Nullable String why) {
        TrainingOffer offer = running(offerId);
        rights.check(by, OpportunityAction.WITHDRAW_OTHERS, offerId);
        if (why == null || why.isBlank() || why.length() > LONGEST_REASON || why.indexOf('\0') >= 0) {
            throw Refusal.invalid("reason", "training.whyNeeded", LONGEST_REASON);
        }
        TrainingApplication one = mine(offer, lecturerId);
        end(offer, one, by, why.strip());
        notices.tellAtOnce(
                lecturerId,
                key(offer, one) + "/taken-back/" + time.now(),
                "training.takenBack",
                offer.link(),
                offer.title(),
                why.strip());
    }

    private void end(TrainingOffer offer, TrainingApplication one, String by, @Nullable String why) {
        applications.end(one, State.WITHDRAWN, by, why, time.now());
        tasks.freed(offer.id());
    }

    private TrainingOffer running(String offerId) {
        TrainingOffer offer = offers.lock(offerId);
        if (!offer.state().runs()) {
            throw Refusal.conflict("training.over", offer.title());
        }
        return offer;
    }

    private TrainingApplication mine(TrainingOffer offer, String lecturerId) {
        return applications
                .of(offer.id(), lecturerId)
                .filter(one -> one.state().counts())
                .orElseThrow(() -> Refusal.conflict("training.notApplied", offer.title()));
    }

    private static String key(TrainingOffer offer, TrainingApplication one) {
        return "training/" + offer.id() + "/" + one.lecturerId();
    }
}
