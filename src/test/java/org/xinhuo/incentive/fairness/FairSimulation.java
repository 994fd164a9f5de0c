package org.xinhuo.incentive.fairness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Ranks the lecturers of many made-up companies by three means and counts how well each finds the truly best. */
final class FairSimulation {

    static final Spread.Limits LIMITS = new Spread.Limits(5, 20, 30);

    static final double LEVEL = 0.9;

    private static final int FEW = 5;

    /**
     * How well one mean did.
     *
     * @param best how often the truly best came first, 0 to 1
     * @param amongThree how often the truly best was among the first three
     * @param regret by how much the first is truly worse than the best, on average
     * @param correlation of ranks with the true ones (Spearman), on average
     * @param lucky how often somebody with at most five raters came first without being the best
     * @param missed how often the best had at most five raters and did not come first
     */
    record Score(double best, double amongThree, double regret, double correlation, double lucky, double missed) {}

    /**
     * @param covered how often the interval of the adjusted mean held the truth
     * @param slower how many times as long the adjusted means take as the contract's, marks at hand
     */
    record Outcome(Score raw, Score contract, Score adjusted, double covered, double slower) {}

    private FairSimulation() {}

    static Outcome run(MarkWorld.Settings settings, int companies) {
        Tally raw = new Tally();
        Tally contract = new Tally();
        Tally adjusted = new Tally();
        int held = 0;
        int intervals = 0;
        long plainTime = 0;
        long fairTime = 0;
        double wide = Normal.halfWidth(LEVEL);
        for (int company = 0; company < companies; company++) {
            MarkWorld world = new MarkWorld(settings, new Random(1000L + company));
            Map<String, Integer> raters = raters(world);
            raw.add(world, means(world, 0), raters);
            long started = System.nanoTime();
            Map<String, Double> plain = means(world, 5);
            plainTime += System.nanoTime() - started;
            contract.add(world, plain, raters);
            started = System.nanoTime();
            Marks marks = world.marks();
            Levelling fit = Levelling.of(marks, Spread.of(marks, LIMITS));
            double[] variances = fit.variances().means();
            fairTime += System.nanoTime() - started;
            Map<String, Double> fair = new TreeMap<>();
            Map<String, Double> truth = world.saidByAll();
            for (int subject = 0; subject < variances.length; subject++) {
                Marks.Subject of = marks.subjects().get(subject);
                if (of.month().equals(MarkWorld.LAST)) {
                    fair.put(of.lecturerId(), fit.mean(subject));
                    double off = Math.abs(fit.mean(subject) - truth.get(of.lecturerId()));
                    held += off <= wide * Math.sqrt(variances[subject]) ? 1 : 0;
                    intervals++;
                }
            }
            adjusted.add(world, fair, raters);
        }
        return new Outcome(
                raw.score(),
                contract.score(),
                adjusted.score(),
                (double) held / intervals,
                (double) fairTime / plainTime);
    }

    /** Of the last month, pulled towards the mean of all as so many marks would. */
    private static Map<String, Double> means(MarkWorld world, int pull) {
        Map<String, int[]> sums = new TreeMap<>();
        double all = 0;
        int count = 0;
        for (MarkWorld.Given given : world.given()) {
            if (given.month().equals(MarkWorld.LAST)) {
                int[] sum = sums.computeIfAbsent(given.lecturer(), id -> new int[2]);
                sum[0] += given.mark();
                sum[1]++;
                all += given.mark();
                count++;
            }
        }
        double mean = all / count;
        Map<String, Double> means = new TreeMap<>();
        sums.forEach((lecturer, sum) -> means.put(lecturer, (sum[0] + pull * mean) / (sum[1] + pull)));
        return means;
    }

    private static Map<String, Integer> raters(MarkWorld world) {
        Map<String, Integer> raters = new TreeMap<>();
        world.given().stream()
                .filter(given -> given.month().equals(MarkWorld.LAST))
                .forEach(given -> raters.merge(given.lecturer(), 1, Integer::sum));
        return raters;
    }

    private static final class Tally {

        private int companies;
        private int best;
        private int amongThree;
        private double regret;
        private double correlation;
        private int lucky;
        private int missed;

        void add(MarkWorld world, Map<String, Double> means, Map<String, Integer> raters) {
            List<String> order = order(means);
            List<String> truly = order(world.truth);
            String first = order.get(0);
            String top = truly.get(0);
            companies++;
            best += first.equals(top) ? 1 : 0;
            amongThree += order.subList(0, 3).contains(top) ? 1 : 0;
            regret += world.truth.get(top) - world.truth.get(first);
            correlation += spearman(order, truly);
            lucky += !first.equals(top) && raters.get(first) <= FEW ? 1 : 0;
            missed += !first.equals(top) && raters.get(top) <= FEW ? 1 : 0;
        }

        Score score() {
            double n = companies;
            return new Score(best / n, amongThree / n, regret / n, correlation / n, lucky / n, missed / n);
        }

        private static List<String> order(Map<String, Double> by) {
            List<String> order = new ArrayList<>(by.keySet());
            order.sort(Comparator.comparing((String id) -> -by.get(id)).thenComparing(Comparator.naturalOrder()));
            return order;
        }

        private static double spearman(List<String> one, List<String> other) {
            Map<String, Integer> places = new TreeMap<>();
            other.forEach(id -> places.put(id, places.size()));
            double squares = 0;
            for (int place = 0; place < one.size(); place++) {
                double apart = place - places.get(one.get(place));
                squares += apart * apart;
            }
            double n = one.size();
            return 1 - 6 * squares / (n * (n * n - 1));
        }
    }

    /**
     * How rings are found.
     *
     * @param any in how many companies anything was found, 0 to 1
     * @param found in how many two or more of the ring
     * @param strangers in how many a group was found with somebody who is not of the ring
     * @param rawWon in how many one of the ring has the highest raw mean without being the best
     * @param adjustedWon in how many one of the ring has the highest adjusted mean without being the best
     */
    record Caught(double any, double found, double strangers, double rawWon, double adjustedWon) {}

    static final RingSearch.Limits RINGS = new RingSearch.Limits(6, 4, 1.0, 0.05);

    /** @param lift by how much the ring overrates; {@code months} how long; {@code size} how many, 0 without a ring */
    static Caught rings(
            MarkWorld.Settings settings,
            int companies,
            double affinity,
            double kinship,
            double lift,
            int months,
            int size) {
        int any = 0;
        int found = 0;
        int strangers = 0;
        int rawWon = 0;
        int adjustedWon = 0;
        int[] members = new int[size];
        Set<String> ids = new HashSet<>();
        for (int member = 0; member < size; member++) {
            members[member] = member * 10 + 3;
            ids.add(MarkWorld.id(members[member]));
        }
        for (int company = 0; company < companies; company++) {
            MarkWorld world = new MarkWorld(settings, new Random(77L + company))
                    .peers(4, affinity, kinship)
                    .ring(lift, months, members);
            Marks marks = world.marks();
            Levelling fit = Levelling.of(marks, Spread.of(marks, LIMITS));
            List<Ring> rings = RingSearch.in(fit, MarkWorld.LAST, RINGS, Set.of());
            any += rings.isEmpty() ? 0 : 1;
            found += rings.stream()
                            .anyMatch(ring -> ring.members().stream()
                                            .filter(ids::contains)
                                            .count()
                                    >= 2)
                    ? 1
                    : 0;
            strangers += rings.stream().anyMatch(ring -> !ids.containsAll(ring.members())) ? 1 : 0;
            String best = Tally.order(world.truth).get(0);
            String rawFirst = Tally.order(means(world, 0)).get(0);
            String adjustedFirst = Tally.order(fair(fit)).get(0);
            rawWon += ids.contains(rawFirst) && !rawFirst.equals(best) ? 1 : 0;
            adjustedWon += ids.contains(adjustedFirst) && !adjustedFirst.equals(best) ? 1 : 0;
        }
        double n = companies;
        return new Caught(any / n, found / n, strangers / n, rawWon / n, adjustedWon / n);
    }

    private static Map<String, Double> fair(Levelling fit) {
        Map<String, Double> means = new TreeMap<>();
        for (int subject = 0; subject < fit.marks().subjects().size(); subject++) {
            Marks.Subject of = fit.marks().subjects().get(subject);
            if (of.month().equals(MarkWorld.LAST)) {
                means.put(of.lecturerId(), fit.mean(subject));
            }
        }
        return means;
    }
}
