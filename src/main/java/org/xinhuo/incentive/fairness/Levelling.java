package org.xinhuo.incentive.fairness;

import java.util.Arrays;

/**
 * Splits every mark into the level of its month, how good the lecturer's month was, how severe the rater is, and
 * chance: {@code mark = month + quality + severity + noise}. Qualities and severities are predicted by Henderson's mixed
 * model equations (BLUP), that is the minimum of
 *
 * <p>{@code Σ (mark − month − quality − severity)² / noise + Σ quality² / σ²(quality) + Σ severity² / σ²(severity)}.
 *
 * <p>It is found by backfitting: qualities, then severities, then the level, each the best for the others as they are.
 * The sum is strictly convex and no step makes it larger, so the steps lead to its one minimum; they end when nothing
 * moves by more than {@link #STILL}, or after {@link #MOST_ROUNDS}.
 */
final class Levelling {

    /** Far below the six decimals that are stored. */
    static final double STILL = 1e-10;

    static final int MOST_ROUNDS = 2000;

    private static final int MOST_MESSAGES = 100;

    private static final double QUIET = 1e-9;

    private final Marks marks;
    private final Spread spread;
    private final double[] level;
    private final double[] quality;
    private final double[] severity;
    private int rounds;
    private boolean settled;

    /** How uncertain the means and qualities of lecturer months and the severities of raters are. */
    record Variances(double[] means, double[] qualities, double[] severities) {}

    private Levelling(Marks marks, Spread spread) {
        this.marks = marks;
        this.spread = spread;
        this.level = new double[marks.months().size()];
        this.quality = new double[marks.subjects().size()];
        this.severity = new double[marks.raters().size()];
    }

    static Levelling of(Marks marks, Spread spread) {
        Levelling levelling = new Levelling(marks, spread);
        levelling.startAtMonthMeans();
        while (!levelling.settled && levelling.rounds < MOST_ROUNDS) {
            levelling.rounds++;
            double moved = levelling.fitQualities();
            if (spread.severity() > 0) {
                moved = Math.max(moved, levelling.fitSeverities());
            }
            levelling.settled = moved <= STILL;
        }
        return levelling;
    }

    Marks marks() {
        return marks;
    }

    Spread spread() {
        return spread;
    }

    /** What every rater together would have said of this lecturer month: 1 to 10. */
    double mean(int subject) {
        return Math.min(10, Math.max(1, level(subject) + quality[subject]));
    }

    /** The mean of the month that a subject lies in. */
    double level(int subject) {
        return level[marks.monthOf(subject)];
    }

    double quality(int subject) {
        return quality[subject];
    }

    /** Below 0: strict; above: lenient. */
    double severity(int rater) {
        return severity[rater];
    }

    /** What is left of a mark. */
    double residual(int mark) {
        int subject = marks.subject(mark);
        return marks.value(mark) - level(subject) - quality[subject] - severity[marks.rater(mark)];
    }

    /** How many rounds it took. */
    int rounds() {
        return rounds;
    }

    boolean settled() {
        return settled;
    }

    private void startAtMonthMeans() {
        int[] counts = new int[level.length];
        for (int mark = 0; mark < marks.size(); mark++) {
            int month = marks.monthOf(marks.subject(mark));
            level[month] += marks.value(mark);
            counts[month]++;
        }
        for (int month = 0; month < level.length; month++) {
            level[month] /= counts[month];
        }
    }

    /** What qualities have in common within a month is the month's level. */
    private double fitQualities() {
        double pull = spread.noise() / spread.quality();
        double[] sums = new double[level.length];
        int[] counts = new int[level.length];
        double[] before = quality.clone();
        for (int subject = 0; subject < quality.length; subject++) {
            int count = marks.countOf(subject);
            int first = marks.firstOf(subject);
            double sum = 0;
            for (int mark = first; mark < first + count; mark++) {
                sum += marks.value(mark) - severity[marks.rater(mark)];
            }
            quality[subject] = (sum - count * level(subject)) / (count + pull);
            sums[marks.monthOf(subject)] += quality[subject];
            counts[marks.monthOf(subject)]++;
        }
        double moved = 0;
        for (int month = 0; month < level.length; month++) {
            sums[month] /= counts[month];
            level[month] += sums[month];
            moved = Math.max(moved, Math.abs(sums[month]));
        }
        for (int subject = 0; subject < quality.length; subject++) {
            quality[subject] -= sums[marks.monthOf(subject)];
            moved = Math.max(moved, Math.abs(quality[subject] - before[subject]));
        }
        return moved;
    }

    /** What severities have in common is the level of every month. */
    private double fitSeverities() {
        double pull = spread.noise() / spread.severity();
        double common = 0;
        double[] before = severity.clone();
        for (int rater = 0; rater < severity.length; rater++) {
            int count = marks.countBy(rater);
            double sum = 0;
            for (int index = 0; index < count; index++) {
                int mark = marks.markBy(rater, index);
                int subject = marks.subject(mark);
                sum += marks.value(mark) - level(subject) - quality[subject];
            }
            severity[rater] = sum / (count + pull);
            common += severity[rater];
        }
        common /= severity.length;
        for (int month = 0; month < level.length; month++) {
            level[month] += common;
        }
        double moved = Math.abs(common);
        for (int rater = 0; rater < severity.length; rater++) {
            severity[rater] -= common;
            moved = Math.max(moved, Math.abs(severity[rater] - before[rater]));
        }
        return moved;
    }

    /**
     * How uncertain each mean is, as a variance: messages about precision go to and fro between raters and lecturer
     * months until they stand still (Gaussian belief propagation; exact where the graph has no loops, slightly too
     * small where it has many), and the uncertainty of the month's level comes on top as far as the mean leans on it.
     */
    Variances variances() {
        double noise = spread.noise();
        int size = marks.size();
        double[] toSubject = new double[size];
        double[] toRater = new double[size];
        Arrays.fill(toSubject, 1 / (noise + spread.severity()));
        double[] ofSubject = new double[quality.length];
        double[] ofRater = new double[severity.length];
        double change = 1;
        for (int round = 0; round < MOST_MESSAGES && change > QUIET; round++) {
            Arrays.fill(ofSubject, 1 / spread.quality());
            for (int mark = 0; mark < size; mark++) {
                ofSubject[marks.subject(mark)] += toSubject[mark];
            }
            change = 0;
            if (spread.severity() > 0) {
                Arrays.fill(ofRater, 1 / spread.severity());
                for (int mark = 0; mark < size; mark++) {
                    toRater[mark] = 1 / (noise + 1 / (ofSubject[marks.subject(mark)] - toSubject[mark]));
                    ofRater[marks.rater(mark)] += toRater[mark];
                }
                for (int mark = 0; mark < size; mark++) {
                    double message = 1 / (noise + 1 / (ofRater[marks.rater(mark)] - toRater[mark]));
                    change = Math.max(change, Math.abs(message / toSubject[mark] - 1));
                    toSubject[mark] = message;
                }
            }
        }
        double[] qualities = new double[quality.length];
        double[] means = new double[quality.length];
        double[] ofLevel = variancesOfLevel();
        for (int subject = 0; subject < means.length; subject++) {
            qualities[subject] = 1 / ofSubject[subject];
            double leaning = qualities[subject] / spread.quality();
            means[subject] = qualities[subject] + leaning * leaning * ofLevel[marks.monthOf(subject)];
        }
        double[] severities = new double[severity.length];
        for (int rater = 0; rater < severities.length; rater++) {
            severities[rater] = spread.severity() > 0 ? 1 / ofRater[rater] : 0;
        }
        return new Variances(means, qualities, severities);
    }

    /** Of the plain mean of a month's marks; the level is at least as certain. */
    private double[] variancesOfLevel() {
        double[] squaredSubjects = new double[level.length];
        double[] squaredRaters = new double[level.length];
        double[] counts = new double[level.length];
        for (int subject = 0; subject < quality.length; subject++) {
            double count = marks.countOf(subject);
            counts[marks.monthOf(subject)] += count;
            squaredSubjects[marks.monthOf(subject)] += count * count;
        }
        for (int rater = 0; rater < severity.length; rater++) {
            double[] given = new double[level.length];
            for (int index = 0; index < marks.countBy(rater); index++) {
                given[marks.monthOf(marks.subject(marks.markBy(rater, index)))]++;
            }
            for (int month = 0; month < given.length; month++) {
                squaredRaters[month] += given[month] * given[month];
            }
        }
        double[] variances = new double[level.length];
        for (int month = 0; month < variances.length; month++) {
            double n = counts[month];
            variances[month] =
                    (spread.quality() * squaredSubjects[month] / n + spread.severity() * squaredRaters[month] / n) / n
                            + spread.noise() / n;
        }
        return variances;
    }
}
