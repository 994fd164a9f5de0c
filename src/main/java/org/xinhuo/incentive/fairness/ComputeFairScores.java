package org.xinhuo.incentive.fairness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.incentive.fairness.ReadMarks.Window;

/** Computes the adjusted means of a month and looks for rings, for the review to confirm. See docs/fair-scores.md. */
@Component
@Transactional
public class ComputeFairScores {

    static final String CROSSED_EFFECTS = "crossed-effects";

    static final String SHRUNK = "shrunk";

    private static final int DECIMALS = 6;

    /** Bins of half a point: below −1.25, then up to −0.75, … above 1.25. */
    private static final int BINS = 7;

    private final Decisions decisions;
    private final ReadMarks readMarks;
    private final FairScores scores;
    private final RingFindings findings;
    private final CompanyTime time;

    ComputeFairScores(
            Decisions decisions, ReadMarks readMarks, FairScores scores, RingFindings findings, CompanyTime time) {
        this.decisions = decisions;
        this.readMarks = readMarks;
        this.scores = scores;
        this.findings = findings;
        this.time = time;
    }

    /** Stores the results in the place of earlier drafts; what HR has answered about rings stays. */
    public void compute(YearMonth period, String reviewId) {
        FairRules rules = FairRules.of(decisions, period);
        YearMonth from = rules.windowFrom(period);
        Window window = readMarks.between(from, period);
        Marks marks = window.marks();
        Spread spread = Spread.of(marks, rules.spread());
        Levelling fit = Levelling.of(marks, spread);
        scores.replace(
                month(period, rules, from, fit),
                reviewId,
                fit.rounds(),
                scored(period, rules, window, fit),
                time.now());
        findings.replace(
                period,
                RingSearch.in(fit, period, rules.rings(), findings.judged()),
                rules.ringsHoldCash(),
                time.now());
    }

    /**
     * Computes the adjusted means of a confirmed month anew, from the marks as they are now and by the rules as they were,
     * and stores them as the draft of a correction. Nobody's suspicion is looked into again.
     *
     * @param number of the correction within its period
     * @return the means by lecturer where this month's rank for cash follows them; empty where it does not
     */
    public Map<String, BigDecimal> revise(YearMonth period, String correctionId, int number) {
        FairMonth month = scores.month(period).filter(FairMonth::confirmed).orElse(null);
        if (month == null) {
            // From before there were adjusted means.
            return Map.of();
        }
        FairRules rules = FairRules.of(decisions, month);
        Window window = readMarks.between(month.windowFrom(), period);
        Spread spread = Spread.of(window.marks(), rules.spread());
        List<FairScore> revised = scored(period, rules, window, Levelling.of(window.marks(), spread));
        scores.draft(period, correctionId, number, method(spread), revised);
        if (!month.adjustedForCash()) {
            return Map.of();
        }
        Map<String, BigDecimal> means = new HashMap<>();
        revised.forEach(one -> means.put(one.lecturerId(), one.mean()));
        return means;
    }

    private static FairMonth month(YearMonth period, FairRules rules, YearMonth from, Levelling fit) {
        Spread spread = fit.spread();
        return new FairMonth(
                period,
                false,
                from,
                method(spread),
                rules.cashRank(),
                rules.version(),
                rules.ringVersion(),
                rules.intervalLevel(),
                rules.minimumRaters(),
                fit.marks().size(),
                fit.marks().raters().size(),
                spread.quality(),
                spread.severity(),
                spread.noise(),
                severities(fit));
    }

    private static List<FairScore> scored(YearMonth period, FairRules rules, Window window, Levelling fit) {
        Marks marks = window.marks();
        double[] variances = fit.variances().means();
        double wide = Normal.halfWidth(rules.intervalLevel().doubleValue());
        List<FairScore> scored = new ArrayList<>();
        for (int subject = 0; subject < variances.length; subject++) {
            Marks.Subject of = marks.subjects().get(subject);
            if (of.month().equals(period)) {
                double half = wide * Math.sqrt(variances[subject]);
                scored.add(new FairScore(
                        of.lecturerId(),
                        exact(fit.mean(subject)),
                        exact(Math.max(1, fit.mean(subject) - half)),
                        exact(Math.min(10, fit.mean(subject) + half)),
                        rules.intervalLevel(),
                        Objects.requireNonNull(window.rawMeans().get(of.lecturerId())),
                        exact(leniency(fit, subject)),
                        marks.countOf(subject),
                        method(fit.spread())));
            }
        }
        return scored;
    }

    private static double leniency(Levelling fit, int subject) {
        Marks marks = fit.marks();
        double sum = 0;
        for (int mark = marks.firstOf(subject); mark < marks.firstOf(subject) + marks.countOf(subject); mark++) {
            sum += fit.severity(marks.rater(mark));
        }
        return sum / marks.countOf(subject);
    }

    private static List<Integer> severities(Levelling fit) {
        Integer[] bins = new Integer[BINS];
        Arrays.fill(bins, 0);
        for (int rater = 0; rater < fit.marks().raters().size(); rater++) {
            int bin = (int) Math.round(fit.severity(rater) * 2) + BINS / 2;
            bins[Math.min(BINS - 1, Math.max(0, bin))]++;
        }
        return List.of(bins);
    }

    private static String method(Spread spread) {
        return spread.estimated() && spread.severity() > 0 ? CROSSED_EFFECTS : SHRUNK;
    }

    private static BigDecimal exact(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
