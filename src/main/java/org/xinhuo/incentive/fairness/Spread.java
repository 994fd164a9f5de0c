package org.xinhuo.incentive.fairness;

/**
 * How much marks differ and why, as variances: between the true levels of lecturer months, between the severities of
 * raters, and by chance. Estimated from the marks by equating three sums of squares with their expectations (Gao and
 * Owen, Electronic Journal of Statistics 11, 2017), in one pass and whatever the pattern of who rated whom.
 *
 * @param quality between lecturer months; above 0
 * @param severity between raters; 0 where it cannot be told from chance
 * @param noise what remains; at least {@link #ROUNDING}
 * @param estimated false where there are too few marks to say, and the contract's pull stands in
 */
record Spread(double quality, double severity, double noise, boolean estimated) {

    /** Marks are whole numbers: rounding alone spreads them by a twelfth (Sheppard). */
    static final double ROUNDING = 1.0 / 12;

    /**
     * @param pull how strongly few raters are pulled where the marks are too few to say: as so many raters at the mean
     * @param strongestPull never stronger than this, however alike the lecturers look
     * @param enough from how many degrees of freedom on a sum of squares is believed
     */
    record Limits(double pull, double strongestPull, int enough) {}

    static Spread of(Marks marks, Limits limits) {
        int size = marks.size();
        double[] level = centred(marks);
        int raters = marks.raters().size();
        int subjects = marks.subjects().size();
        double ofSubjects = 0;
        double squaredSizesOfSubjects = 0;
        for (int subject = 0; subject < subjects; subject++) {
            double sum = 0;
            double squares = 0;
            int count = marks.countOf(subject);
            for (int mark = marks.firstOf(subject); mark < marks.firstOf(subject) + count; mark++) {
                sum += level[mark];
                squares += level[mark] * level[mark];
            }
            ofSubjects += squares - sum * sum / count;
            squaredSizesOfSubjects += (double) count * count;
        }
        double ofRaters = 0;
        double squaredSizesOfRaters = 0;
        for (int rater = 0; rater < raters; rater++) {
            double sum = 0;
            double squares = 0;
            int count = marks.countBy(rater);
            for (int index = 0; index < count; index++) {
                double value = level[marks.markBy(rater, index)];
                sum += value;
                squares += value * value;
            }
            ofRaters += squares - sum * sum / count;
            squaredSizesOfRaters += (double) count * count;
        }
        double sum = 0;
        double squares = 0;
        for (double value : level) {
            sum += value;
            squares += value * value;
        }
        double n = size;
        double all = n * squares - sum * sum;
        boolean severityShows = size - raters >= limits.enough() && raters > 1;
        if (size - subjects < limits.enough() || subjects < 2) {
            double noise = Math.max(ROUNDING, size > subjects ? ofSubjects / (size - subjects) : 0);
            return new Spread(noise / limits.pull(), 0, noise, false);
        }
        double severityAndNoise = ofSubjects / (size - subjects);
        double apartSubjects = n * n - squaredSizesOfSubjects;
        double noise = severityAndNoise;
        double severity = 0;
        if (severityShows) {
            double qualityAndNoise = ofRaters / (size - raters);
            double apartRaters = n * n - squaredSizesOfRaters;
            double overlap = n * n + n - squaredSizesOfSubjects - squaredSizesOfRaters;
            noise = (qualityAndNoise * apartSubjects + severityAndNoise * apartRaters - all) / overlap;
            noise = Math.min(Math.max(noise, ROUNDING), Math.max(severityAndNoise, ROUNDING));
            severity = Math.max(0, severityAndNoise - noise);
        }
        noise = Math.max(noise, ROUNDING);
        double quality = (all - severity * (n * n - squaredSizesOfRaters) - noise * (n * n - n)) / apartSubjects;
        return new Spread(Math.max(quality, noise / limits.strongestPull()), severity, noise, true);
    }

    /** The marks less the mean of their month. */
    private static double[] centred(Marks marks) {
        double[] sums = new double[marks.months().size()];
        int[] counts = new int[sums.length];
        for (int mark = 0; mark < marks.size(); mark++) {
            int month = marks.monthOf(marks.subject(mark));
            sums[month] += marks.value(mark);
            counts[month]++;
        }
        double[] centred = new double[marks.size()];
        for (int mark = 0; mark < centred.length; mark++) {
            int month = marks.monthOf(marks.subject(mark));
            centred[mark] = marks.value(mark) - sums[month] / counts[month];
        }
        return centred;
    }
}
