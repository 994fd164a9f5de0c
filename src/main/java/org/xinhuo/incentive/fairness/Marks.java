package org.xinhuo.incentive.fairness;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who gave whom how much in which month, as arrays. One voice a rater, lecturer and month: several marks of one rater
 * for one lecturer in one month are one observation, their mean. However the marks come in, they lie in one order, so
 * that the same marks give the same sums to the last bit.
 */
final class Marks {

    /** One lecturer in one month. */
    record Subject(String lecturerId, YearMonth month) implements Comparable<Subject> {

        @Override
        public int compareTo(Subject other) {
            int byMonth = month.compareTo(other.month);
            return byMonth != 0 ? byMonth : lecturerId.compareTo(other.lecturerId);
        }
    }

    private final List<String> raters;
    private final List<Subject> subjects;
    private final List<YearMonth> months;
    private final int[] monthOf;
    private final int[] rater;
    private final int[] subject;
    private final double[] value;
    private final int[] firstOfSubject;
    private final int[] byRater;
    private final int[] firstOfRater;

    private Marks(List<String> raters, List<Subject> subjects, int[] rater, int[] subject, double[] value, int size) {
        this.raters = raters;
        this.subjects = subjects;
        this.months = subjects.stream().map(Subject::month).distinct().toList();
        this.monthOf = subjects.stream()
                .mapToInt(one -> Collections.binarySearch(months, one.month()))
                .toArray();
        this.rater = Arrays.copyOf(rater, size);
        this.subject = Arrays.copyOf(subject, size);
        this.value = Arrays.copyOf(value, size);
        this.firstOfSubject = firsts(this.subject, subjects.size());
        this.firstOfRater = firsts(this.rater, raters.size());
        this.byRater = order(this.rater, firstOfRater);
    }

    int size() {
        return value.length;
    }

    /** By id; their places are what {@link #rater} answers. */
    List<String> raters() {
        return raters;
    }

    /** By month and id; their places are what {@link #subject} answers. */
    List<Subject> subjects() {
        return subjects;
    }

    /** The months that marks lie in, the earliest first. */
    List<YearMonth> months() {
        return months;
    }

    /** The place of a subject's month among {@link #months}. */
    int monthOf(int subject) {
        return monthOf[subject];
    }

    int rater(int mark) {
        return rater[mark];
    }

    int subject(int mark) {
        return subject[mark];
    }

    /** 1 to 10. */
    double value(int mark) {
        return value[mark];
    }

    /** The marks of a subject are those from here to the first of the next one. */
    int firstOf(int subject) {
        return firstOfSubject[subject];
    }

    int countOf(int subject) {
        return firstOfSubject[subject + 1] - firstOfSubject[subject];
    }

    int countBy(int rater) {
        return firstOfRater[rater + 1] - firstOfRater[rater];
    }

    /** The mark that a rater gave as the {@code index}th, from 0. */
    int markBy(int rater, int index) {
        return byRater[firstOfRater[rater] + index];
    }

    /** Takes marks in, in any order. */
    static final class Intake {

        private final Map<String, Integer> raters = new HashMap<>();
        private final Map<Subject, Integer> subjects = new HashMap<>();
        private int[] rater = new int[1024];
        private int[] subject = new int[1024];
        private int[] sum = new int[1024];
        private int[] count = new int[1024];
        private int size;

        /** @param of how many marks these are, and {@code sum} what they add up to */
        Intake add(String raterId, String lecturerId, YearMonth month, int sum, int of) {
            if (size == rater.length) {
                int larger = size * 2;
                rater = Arrays.copyOf(rater, larger);
                subject = Arrays.copyOf(subject, larger);
                this.sum = Arrays.copyOf(this.sum, larger);
                count = Arrays.copyOf(count, larger);
            }
            rater[size] = raters.computeIfAbsent(raterId, id -> raters.size());
            subject[size] = subjects.computeIfAbsent(new Subject(lecturerId, month), id -> subjects.size());
            this.sum[size] = sum;
            count[size] = of;
            size++;
            return this;
        }

        Marks taken() {
            List<String> raterIds = sorted(raters, rater, size);
            List<Subject> subjectIds = sorted(subjects, subject, size);
            int[] raterOf = Arrays.copyOf(rater, size);
            int[] subjectOf = Arrays.copyOf(subject, size);
            int[] byRater = order(raterOf, firsts(raterOf, raterIds.size()));
            int[] subjectByRater = pick(subjectOf, byRater);
            int[] bySubject = order(subjectByRater, firsts(subjectByRater, subjectIds.size()));
            int[] sortedRater = new int[size];
            int[] sortedSubject = new int[size];
            long[] sums = new long[size];
            long[] counts = new long[size];
            int last = -1;
            for (int place = 0; place < size; place++) {
                int from = byRater[bySubject[place]];
                if (last < 0 || sortedRater[last] != raterOf[from] || sortedSubject[last] != subjectOf[from]) {
                    last++;
                    sortedRater[last] = raterOf[from];
                    sortedSubject[last] = subjectOf[from];
                }
                sums[last] += sum[from];
                counts[last] += count[from];
            }
            double[] values = new double[last + 1];
            for (int mark = 0; mark <= last; mark++) {
                values[mark] = (double) sums[mark] / counts[mark];
            }
            return new Marks(raterIds, subjectIds, sortedRater, sortedSubject, values, last + 1);
        }

        /** Numbers what was numbered by arrival anew, by its natural order. */
        private static <T extends Comparable<T>> List<T> sorted(Map<T, Integer> arrived, int[] places, int size) {
            List<T> inOrder = new ArrayList<>(arrived.keySet());
            inOrder.sort(null);
            int[] anew = new int[inOrder.size()];
            for (int place = 0; place < anew.length; place++) {
                anew[arrived.getOrDefault(inOrder.get(place), 0)] = place;
            }
            for (int at = 0; at < size; at++) {
                places[at] = anew[places[at]];
            }
            arrived.clear();
            for (int place = 0; place < anew.length; place++) {
                arrived.put(inOrder.get(place), place);
            }
            return List.copyOf(inOrder);
        }
    }

    private static int[] pick(int[] from, int[] places) {
        int[] picked = new int[places.length];
        for (int at = 0; at < places.length; at++) {
            picked[at] = from[places[at]];
        }
        return picked;
    }

    /** Where each key begins once the keys are in order; one more than there are keys. */
    private static int[] firsts(int[] keys, int different) {
        int[] firsts = new int[different + 1];
        for (int key : keys) {
            firsts[key + 1]++;
        }
        for (int key = 0; key < different; key++) {
            firsts[key + 1] += firsts[key];
        }
        return firsts;
    }

    /** The places of the keys in the order of the keys, equal keys as they stand (a counting sort). */
    private static int[] order(int[] keys, int[] firsts) {
        int[] next = firsts.clone();
        int[] order = new int[keys.length];
        for (int at = 0; at < keys.length; at++) {
            order[next[keys[at]]++] = at;
        }
        return order;
    }
}
