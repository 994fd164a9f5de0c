package org.xinhuo.incentive.process;

import org.springframework.stereotype.Component;
import org.xinhuo.engine.BarredFromJobs;
import org.xinhuo.incentive.conversion.ApplicationCase;
import org.xinhuo.incentive.conversion.ApplicationCases;
import org.xinhuo.incentive.opportunity.MentoringOffers;
import org.xinhuo.incentive.opportunity.TrainingApplications;
import org.xinhuo.incentive.review.ImprovementTalks;
import org.xinhuo.incentive.reward.RewardLedger;
import org.xinhuo.incentive.rota.ShareSwap;
import org.xinhuo.incentive.rota.ShareSwaps;
import org.xinhuo.incentive.sharing.Shares;

/**
 * Keeps who is also of HR, or an administrator, from firing the timers of what is about himself or herself: the own
 * shares and their swaps, rewards, improvement talks, offers to mentor, trainings that he or she has applied for, and
 * application cases that he or she filed or that are about the own share. A deadline comes when it is due, or by
 * somebody who is not concerned.
 */
@Component
class NobodyFiresTheOwnTimers implements BarredFromJobs {

    private static final String SHARING = "sharing";
    private static final String SHARE_SWAP = "share-swap";
    private static final String REWARD = "reward";
    private static final String IMPROVEMENT_TALK = "improvement-talk";
    private static final String LECTURER_MENTORING = "lecturer-mentoring";
    private static final String TRAINING_OFFER = "training-offer";
    private static final String APPLICATION_CASE = "application-case";

    private final Shares shares;
    private final ShareSwaps swaps;
    private final RewardLedger ledger;
    private final ImprovementTalks talks;
    private final MentoringOffers mentoringOffers;
    private final TrainingApplications applications;
    private final ApplicationCases cases;

    NobodyFiresTheOwnTimers(
            Shares shares,
            ShareSwaps swaps,
            RewardLedger ledger,
            ImprovementTalks talks,
            MentoringOffers mentoringOffers,
            TrainingApplications applications,
            ApplicationCases cases) {
        this.shares = shares;
        this.swaps = swaps;
        this.ledger = ledger;
        this.talks = talks;
        this.mentoringOffers = mentoringOffers;
        this.applications = applications;
        this.cases = cases;
    }

    @Override
    public boolean isBarred(String process, String businessKey, String personId) {
        return switch (process) {
            case SHARING ->
                shares.findById(businessKey)
                        .filter(share -> personId.equals(share.lecturerId()))
                        .isPresent();
            case SHARE_SWAP -> isOfTheSwap(businessKey, personId);
            case REWARD -> ledger.get(businessKey).employeeId().equals(personId);
            case IMPROVEMENT_TALK -> talks.get(businessKey).lecturerId().equals(personId);
            case LECTURER_MENTORING ->
                mentoringOffers
                        .find(businessKey)
                        .filter(offer -> personId.equals(offer.mentorId()) || personId.equals(offer.menteeId()))
                        .isPresent();
            // Also who has withdrawn: as long as applications are taken one may apply again.
            case TRAINING_OFFER -> applications.of(businessKey, personId).isPresent();
            case APPLICATION_CASE -> isOfTheCase(businessKey, personId);
            default -> false;
        };
    }

    private boolean isOfTheSwap(String swapId, String personId) {
        ShareSwap swap = swaps.get(swapId);
        return personId.equals(swap.askedBy()) || personId.equals(swap.askedOf());
    }

    private boolean isOfTheCase(String caseId, String personId) {
        ApplicationCase newest = cases.newest(caseId);
        return personId.equals(newest.learnerId()) || personId.equals(newest.lecturerId());
    }
}
