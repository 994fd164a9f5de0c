package org.xinhuo.incentive.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.fairness.FairMonth;
import org.xinhuo.incentive.fairness.FairScore;
import org.xinhuo.incentive.fairness.FairScores;
import org.xinhuo.incentive.fairness.FollowedRank;
import org.xinhuo.incentive.scoring.LecturerMonth;

/** Raw and adjusted mean side by side, and which of them the rank follows. */
@Component
class MeanLines {

    private static final int SHOWN = 2;

    private final FairScores scores;
    private final FollowedRank followed;

    MeanLines(FairScores scores, FollowedRank followed) {
        this.scores = scores;
        this.followed = followed;
    }

    /**
     * The means of a month.
     *
     * @param adjusted with {@code low} and {@code high} around it, or null where {@code why} says why there is none
     * @param level how probable the interval holds the true value, 0 to 1
     * @param why {@code live}, {@code few} or {@code none} without, the method with
     * @param follows what the rank follows, as {@link FollowedRank} names it
     */
    record Means(
            String raw,
            @Nullable String adjusted,
            @Nullable String low,
            @Nullable String high,
            @Nullable BigDecimal level,
            String why,
            String follows) {}

    /** Of one lecturer: what he or she may see. */
    Means of(LecturerMonth month) {
        String raw = shown(month.averageRating());
        String follows = followed.of(month.period(), month.confirmed());
        FairScore fair = month.confirmed()
                ? scores.confirmed(month.lecturerId(), month.period()).orElse(null)
                : null;
        if (fair != null) {
            return new Means(
                    raw,
                    shown(fair.mean()),
                    shown(fair.low()),
                    shown(fair.high()),
                    fair.level(),
                    fair.method(),
                    follows);
        }
        String why;
        if (!month.confirmed()) {
            why = "live";
        } else {
            why = scores.month(month.period()).isPresent() ? "few" : "none";
        }
        return new Means(raw, null, null, null, null, why, follows);
    }

    /** What the rank of this month follows. */
    String follows(YearMonth period, boolean confirmed) {
        return followed.of(period, confirmed);
    }

    /** The adjusted means of a confirmed month, of who had enough raters, by lecturer; none before. */
    Map<String, FairScore> fair(YearMonth period, boolean confirmed) {
        FairMonth month = confirmed ? scores.month(period).orElse(null) : null;
        Map<String, FairScore> means = new HashMap<>();
        if (month != null && month.confirmed()) {
            scores.of(period).stream()
                    .filter(one -> one.raters() >= month.minimumRaters())
                    .forEach(one -> means.put(one.lecturerId(), one));
        }
        return means;
    }

    static String shown(@Nullable BigDecimal mean) {
        return mean == null ? "–" : mean.setScale(SHOWN, RoundingMode.HALF_UP).toPlainString();
    }
}
