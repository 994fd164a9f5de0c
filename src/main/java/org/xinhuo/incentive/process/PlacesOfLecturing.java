package org.xinhuo.incentive.process;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.correction.MonthCorrections;
import org.xinhuo.incentive.review.FinishReview;
import org.xinhuo.incentive.reward.LostRewards;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.notification.PlacesOfProcesses;

/** The pages of lecturing by its processes: months in their ledger, shares on their own page. */
@Component
class PlacesOfLecturing implements PlacesOfProcesses {

    private final LostRewards rewards;
    private final FinishReview reviews;
    private final MonthCorrections corrections;
    private final Shares shares;

    PlacesOfLecturing(LostRewards rewards, FinishReview reviews, MonthCorrections corrections, Shares shares) {
        this.rewards = rewards;
        this.reviews = reviews;
        this.corrections = corrections;
        this.shares = shares;
    }

    @Override
    public Optional<String> placeOf(String process, @Nullable String businessKey) {
        return switch (process) {
            case "training-offer" -> Optional.of("/offers");
            case "lecturer-mentoring" -> Optional.of("/offers/mentoring");
            case "rota-calendar", "share-swap" -> Optional.of("/rota");
            default -> businessKey == null ? Optional.empty() : ofTheRow(process, businessKey);
        };
    }

    private Optional<String> ofTheRow(String process, String key) {
        return switch (process) {
            case "reward" -> rewards.needsCarrying(key).map(entry -> "/rewards?period=" + entry.period());
            case "monthly-review" -> reviews.unfinished(key).map(review -> "/rewards?period=" + review.period());
            case "month-correction" ->
                corrections.unfinished(null, key).stream()
                        .findFirst()
                        .map(correction -> "/corrections?period=" + correction.period());
            case "sharing" -> shares.findById(key).map(share -> "/shares/" + share.id());
            default -> Optional.empty();
        };
    }
}
