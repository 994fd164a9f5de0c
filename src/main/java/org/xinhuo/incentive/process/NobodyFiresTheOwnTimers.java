package org.xinhuo.incentive.process;

import org.springframework.stereotype.Component;
import org.xinhuo.engine.BarredFromJobs;
import org.xinhuo.incentive.conversion.ApplicationCases;
import org.xinhuo.incentive.correction.CorrectMonth;
import org.xinhuo.incentive.opportunity.MentoringOffers;
import org.xinhuo.incentive.opportunity.TrainingApplications;
import org.xinhuo.incentive.review.ImprovementTalks;
import org.xinhuo.incentive.review.ReviewResults;
import org.xinhuo.incentive.reward.RewardLedger;
import org.xinhuo.incentive.rota.ShareSwaps;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.people.Groups;

/**
 * Keeps who is also of HR, or an administrator, from firing the timers of what is about himself or herself: the own
 * shares, and for who lectures those of others, swaps, rewards, months with an own result, corrections that he or she
 * requested or that change an own result, improvement talks, offers to mentor, trainings that he or she has applied for,
 * and application cases that he or she filed or that are about the own share. A deadline comes when it is due, or by
 * somebody who is not concerned. An instance without a row is nobody's own: it keeps nobody from what is asked of many.
 */
@Component
class NobodyFiresTheOwnTimers implements BarredFromJobs {

    private static final String SHARING = "sharing";
    private static final String SHARE_SWAP = "share-swap";
    private static final String REWARD = "reward";
    private static final String MONTHLY_REVIEW = "monthly-review";
    private static final String MONTH_CORRECTION = "month-correction";
    private static final String IMPROVEMENT_TALK = "improvement-talk";
    private static final String LECTURER_MENTORING = "lecturer-mentoring";
    private static final String TRAINING_OFFER = "training-offer";
    private static final String APPLICATION_CASE = "application-case";

    private final Shares shares;
    private final ShareSwaps swaps;
    private final RewardLedger ledger;
    private final ReviewResults reviews;
    private final CorrectMonth corrections;
    private final ImprovementTalks talks;
    private final MentoringOffers mentoringOffers;
    private final TrainingApplications applications;
    private final ApplicationCases cases;
    private final Groups groups;

    NobodyFiresTheOwnTimers(
            Shares shares,
            ShareSwaps swaps,
            RewardLedger ledger,
            ReviewResults reviews,
            CorrectMonth corrections,
            ImprovementTalks talks,
            MentoringOffers mentoringOffers,
            TrainingApplications applications,
            ApplicationCases cases,
            Groups groups) {
        this.groups = groups;
        this.shares = shares;
        this.swaps = swaps;
        this.ledger = ledger;
        this.reviews = reviews;
        this.corrections = corrections;
        this.talks = talks;
        this.mentoringOffers = mentoringOffers;
        this.applications = applications;
        this.cases = cases;
    }

    @Override
    public boolean isBarred(String process, String businessKey, String personId) {
        return switch (process) {
            // Who lectures competes with everybody who does: marks are money.
            case SHARING ->
                groups.of(personId).contains("lecturer")
                        || shares.findById(businessKey)
                                .filter(share -> personId.equals(share.lecturerId()))
                                .isPresent();
            case SHARE_SWAP -> isOfTheSwap(businessKey, personId);
            case REWARD ->
                ledger.find(businessKey)
                        .filter(entry -> entry.employeeId().equals(personId))
                        .isPresent();
            case MONTHLY_REVIEW -> reviews.pays(businessKey, personId);
            case MONTH_CORRECTION -> corrections.isOwnCase(businessKey, personId);
            case IMPROVEMENT_TALK ->
                talks.find(businessKey)
                        .filter(notice -> notice.lecturerId().equals(personId))
                        .isPresent();
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
        return swaps.find(swapId)
                .filter(swap -> personId.equals(swap.askedBy()) || personId.equals(swap.askedOf()))
                .isPresent();
    }

    private boolean isOfTheCase(String caseId, String personId) {
        return cases.find(caseId)
                .filter(newest -> personId.equals(newest.learnerId()) || personId.equals(newest.lecturerId()))
                .isPresent();
    }
}
