package org.xinhuo.incentive.fairness;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.xinhuo.incentive.fairness.RingSearch.Judged;

/**
 * Says by how much the marks of some lecturers for each other exceed what is to be expected of them. What is expected
 * comes from a fit without these marks: each one's severity from the marks for others, each one's quality from the marks
 * of others. Several months of one rater for one lecturer are one voice, the more certain the less such marks resemble
 * each other by habit.
 */
final class GroupTest {

    /** Without enough repeated marks to estimate it: half of what one month says of a pair is said in every month. */
    private static final double UNKNOWN_HABIT = 0.5;

    private static final int ENOUGH_REPEATED = 30;

    private final Levelling fit;
    private final Marks marks;
    private final Levelling.Variances variances;
    private final double habit;
    /** Lecturers who rated somebody, by id; a person is the place in this list. */
    private final List<String> people;

    private final int[] raterOf;
    private final Map<Integer, List<Integer>> subjectsOf;
    /** Rater, lecturer, their marks by month. */
    private final Map<Integer, Map<Integer, List<Integer>>> among;

    /**
     * @param score standard deviations above the expectation
     * @param given mean over all who rated whom, {@code expected} likewise
     * @param marks how many marks for each other
     * @param everybodyGivesAndGets whether each gave more, and got more, than is to be expected
     */
    record Result(double score, double given, double expected, int marks, boolean everybodyGivesAndGets) {

        double excess() {
            return given - expected;
        }
    }

    GroupTest(Levelling fit) {
        this.fit = fit;
        this.marks = fit.marks();
        this.variances = fit.variances();
        this.habit = habit();
        Map<String, List<Integer>> subjects = new HashMap<>();
        for (int subject = 0; subject < marks.subjects().size(); subject++) {
            subjects.computeIfAbsent(marks.subjects().get(subject).lecturerId(), id -> new ArrayList<>())
                    .add(subject);
        }
        this.people = marks.raters().stream().filter(subjects::containsKey).toList();
        this.raterOf = people.stream()
                .mapToInt(person -> Collections.binarySearch(marks.raters(), person))
                .toArray();
        this.subjectsOf = new HashMap<>();
        for (int person = 0; person < raterOf.length; person++) {
            subjectsOf.put(person, subjects.getOrDefault(people.get(person), List.of()));
        }
        this.among = Map.of();
    }

    private GroupTest(GroupTest other, Map<Integer, Map<Integer, List<Integer>>> among) {
        this.fit = other.fit;
        this.marks = other.marks;
        this.variances = other.variances;
        this.habit = other.habit;
        this.people = other.people;
        this.raterOf = other.raterOf;
        this.subjectsOf = other.subjectsOf;
        this.among = among;
    }

    /** The same, with the marks for each other from this month on as evidence, but for those that HR has judged. */
    GroupTest since(YearMonth first, Set<Judged> judged) {
        Map<Integer, Map<Integer, List<Integer>>> evidence = new TreeMap<>();
        for (int person = 0; person < raterOf.length; person++) {
            for (int index = 0; index < marks.countBy(raterOf[person]); index++) {
                int mark = marks.markBy(raterOf[person], index);
                Marks.Subject subject = marks.subjects().get(marks.subject(mark));
                int lecturer = Collections.binarySearch(people, subject.lecturerId());
                if (lecturer >= 0
                        && lecturer != person
                        && !subject.month().isBefore(first)
                        && !judged.contains(new Judged(people.get(person), subject.lecturerId(), subject.month()))) {
                    evidence.computeIfAbsent(person, one -> new TreeMap<>())
                            .computeIfAbsent(lecturer, one -> new ArrayList<>())
                            .add(mark);
                }
            }
        }
        return new GroupTest(this, evidence);
    }

    /** Everybody who rated somebody by whom he was rated, each pair once. */
    List<int[]> mutualPairs() {
        List<int[]> pairs = new ArrayList<>();
        among.forEach((one, others) -> others.keySet().forEach(other -> {
            if (one < other && !marksOf(other, one).isEmpty()) {
                pairs.add(new int[] {one, other});
            }
        }));
        return pairs;
    }

    /** Whether both gave each other more than the fit says, their own marks in it. */
    boolean bothWaysAbove(int one, int other) {
        return above(one, other) && above(other, one);
    }

    private boolean above(int rater, int lecturer) {
        List<Integer> given = marksOf(rater, lecturer);
        double sum = 0;
        for (int mark : given) {
            sum += fit.residual(mark);
        }
        return sum > 0;
    }

    private List<Integer> marksOf(int rater, int lecturer) {
        return among.getOrDefault(rater, Map.of()).getOrDefault(lecturer, List.of());
    }

    Result of(List<Integer> group) {
        int size = group.size();
        double[] gives = new double[size];
        double[] gets = new double[size];
        double sumGiven = 0;
        double sumExcess = 0;
        double variance = 0;
        int pairs = 0;
        int count = 0;
        double[] severities = new double[size];
        double[] severityVariance = new double[size];
        Map<Integer, double[]> qualities = new HashMap<>();
        Set<Integer> members = new HashSet<>(group);
        for (int at = 0; at < size; at++) {
            severityWithout(group.get(at), members, severities, severityVariance, at);
            for (int subject : subjectsOf.getOrDefault(group.get(at), List.of())) {
                qualities.put(subject, qualityWithout(subject, members));
            }
        }
        for (int to = 0; to < size; to++) {
            double leaning = 0;
            for (int from = 0; from < size; from++) {
                List<Integer> given = marksOf(group.get(from), group.get(to));
                if (given.isEmpty()) {
                    continue;
                }
                double excess = 0;
                for (int mark : given) {
                    double[] quality = qualities.getOrDefault(marks.subject(mark), new double[2]);
                    excess += marks.value(mark) - fit.level(marks.subject(mark)) - quality[0] - severities[from];
                    sumGiven += marks.value(mark) / given.size();
                    leaning += Math.sqrt(quality[1]) / given.size();
                }
                excess /= given.size();
                gives[from] += excess;
                gets[to] += excess;
                sumExcess += excess;
                variance += fit.spread().noise() * (habit + (1 - habit) / given.size());
                pairs++;
                count += given.size();
            }
            // A lecturer's months are good or bad together: their errors add up.
            variance += leaning * leaning;
        }
        for (int from = 0; from < size; from++) {
            variance += severityVariance[from] * (size - 1) * (size - 1);
        }
        boolean all = Arrays.stream(gives).allMatch(one -> one > 0)
                && Arrays.stream(gets).allMatch(one -> one > 0);
        double given = sumGiven / pairs;
        return new Result(sumExcess / Math.sqrt(variance), given, given - sumExcess / pairs, count, all);
    }

    Ring ring(List<Integer> group, Result result, double chance) {
        List<Ring.Evidence> evidence = new ArrayList<>();
        for (int from : group) {
            for (int to : group) {
                for (int mark : marksOf(from, to)) {
                    evidence.add(new Ring.Evidence(
                            people.get(from),
                            people.get(to),
                            marks.subjects().get(marks.subject(mark)).month(),
                            marks.value(mark)));
                }
            }
        }
        return new Ring(
                group.stream().map(people::get).toList(),
                List.copyOf(evidence),
                result.given(),
                result.expected(),
                result.score(),
                chance);
    }

    private void severityWithout(int person, Set<Integer> members, double[] severities, double[] uncertain, int at) {
        if (fit.spread().severity() == 0) {
            return;
        }
        Set<Integer> own = new HashSet<>();
        for (int member : members) {
            own.addAll(subjectsOf.getOrDefault(member, List.of()));
        }
        double precision = 1 / fit.spread().severity();
        double sum = 0;
        for (int index = 0; index < marks.countBy(raterOf[person]); index++) {
            int mark = marks.markBy(raterOf[person], index);
            int subject = marks.subject(mark);
            if (!own.contains(subject)) {
                double weight = 1 / (fit.spread().noise() + variances.qualities()[subject]);
                sum += weight * (marks.value(mark) - fit.level(subject) - fit.quality(subject));
                precision += weight;
            }
        }
        severities[at] = sum / precision;
        uncertain[at] = 1 / precision;
    }

    /** The quality of a lecturer month by the marks of others than these, and its variance. */
    private double[] qualityWithout(int subject, Set<Integer> members) {
        Set<Integer> own = new HashSet<>();
        members.forEach(member -> own.add(raterOf[member]));
        double precision = 1 / fit.spread().quality();
        double sum = 0;
        for (int mark = marks.firstOf(subject); mark < marks.firstOf(subject) + marks.countOf(subject); mark++) {
            int rater = marks.rater(mark);
            if (!own.contains(rater)) {
                double weight = 1 / (fit.spread().noise() + variances.severities()[rater]);
                sum += weight * (marks.value(mark) - fit.level(subject) - fit.severity(rater));
                precision += weight;
            }
        }
        return new double[] {sum / precision, 1 / precision};
    }

    /** How much of what chance adds to a mark comes back in the same rater's marks for the same lecturer: 0 to 1. */
    private double habit() {
        double products = 0;
        int count = 0;
        for (int rater = 0; rater < marks.raters().size(); rater++) {
            Map<String, double[]> earlier = new HashMap<>();
            for (int index = 0; index < marks.countBy(rater); index++) {
                int mark = marks.markBy(rater, index);
                double residual = fit.residual(mark);
                double[] sumAndCount = earlier.computeIfAbsent(
                        marks.subjects().get(marks.subject(mark)).lecturerId(), id -> new double[2]);
                products += residual * sumAndCount[0];
                count += (int) sumAndCount[1];
                sumAndCount[0] += residual;
                sumAndCount[1]++;
            }
        }
        if (count < ENOUGH_REPEATED) {
            return UNKNOWN_HABIT;
        }
        return Math.min(1, Math.max(0, products / count / fit.spread().noise()));
    }
}
