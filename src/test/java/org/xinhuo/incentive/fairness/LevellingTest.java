package org.xinhuo.incentive.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LevellingTest {

    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    private static final Spread.Limits LIMITS = FairSimulation.LIMITS;

    private static final MarkWorld.Settings SMALL =
            MarkWorld.Settings.USUAL.people(8, 40).raters(3, 9).months(3);

    /**
     * Two lecturers, three raters each, noise 1, quality 1/2 (a pull of 2), severity 0. The means are 9 and 6, their
     * middle 7.5; each is three parts itself and two parts the middle: (3 · 9 + 2 · 7.5) / 5 = 8.4, and 6.6.
     */
    @Test
    void withoutSeverityTheMeanIsShrunkTowardsTheMiddleByHand() {
        Marks marks = new Marks.Intake()
                .add("r1", "a", JUNE, 9, 1)
                .add("r2", "a", JUNE, 8, 1)
                .add("r3", "a", JUNE, 10, 1)
                .add("r4", "b", JUNE, 6, 1)
                .add("r5", "b", JUNE, 5, 1)
                .add("r6", "b", JUNE, 7, 1)
                .taken();
        Levelling fit = Levelling.of(marks, new Spread(0.5, 0, 1, true));
        assertThat(fit.mean(0)).isCloseTo(8.4, within(1e-9));
        assertThat(fit.mean(1)).isCloseTo(6.6, within(1e-9));
    }

    /** Both lecturers look alike to the raw mean; b was rated by the strict one, who gives everybody three less. */
    @Test
    void whoWasRatedByTheStrictComesOutAhead() {
        Marks.Intake intake = new Marks.Intake();
        for (int other = 0; other < 10; other++) {
            intake.add("kind", "x" + other, JUNE, 9, 1).add("strict", "x" + other, JUNE, 6, 1);
        }
        Levelling fit = Levelling.of(
                intake.add("kind", "a", JUNE, 8, 1)
                        .add("strict", "b", JUNE, 8, 1)
                        .taken(),
                new Spread(0.5, 2, 0.2, true));
        assertThat(fit.mean(1)).isGreaterThan(fit.mean(0) + 1.5);
        assertThat(fit.severity(1)).isLessThan(-1);
    }

    /** Several marks of one rater for one lecturer in one month are one voice: their mean. */
    @Test
    void oneRaterIsOneVoice() {
        Marks marks = new Marks.Intake()
                .add("r1", "a", JUNE, 10, 1)
                .add("r1", "a", JUNE, 12, 2)
                .add("r2", "a", JUNE, 8, 1)
                .taken();
        assertThat(marks.size()).isEqualTo(2);
        assertThat(marks.value(0)).isCloseTo(22.0 / 3, within(1e-12));
    }

    @Property(tries = 25)
    void theOrderInWhichMarksComeInChangesNotOneBit(@ForAll @IntRange(min = 1, max = 10_000) int seed) {
        MarkWorld world = new MarkWorld(SMALL, new Random(seed));
        List<MarkWorld.Given> shuffled = new ArrayList<>(world.given());
        Collections.shuffle(shuffled, new Random(seed));
        Levelling one = fit(world.marks());
        Levelling other = fit(marks(shuffled));
        double[] variances = one.variances().means();
        for (int subject = 0; subject < variances.length; subject++) {
            assertThat(other.mean(subject)).isEqualTo(one.mean(subject));
            assertThat(other.variances().means()[subject]).isEqualTo(variances[subject]);
        }
        assertThat(one.settled()).isTrue();
        assertThat(one.rounds()).isLessThan(Levelling.MOST_ROUNDS / 4);
    }

    /**
     * The same equations, solved at once by elimination; the variances are the diagonal of the inverse, which
     * the messages come near to even in a company of eight lecturers.
     */
    @Property(tries = 10)
    void itSolvesTheMixedModelEquations(@ForAll @IntRange(min = 1, max = 10_000) int seed) {
        Marks marks = new MarkWorld(SMALL, new Random(seed)).marks();
        Levelling fit = fit(marks);
        double[][] inverse = inverseOf(marks, fit.spread());
        double[] variances = fit.variances().means();
        int months = marks.months().size();
        int subjects = marks.subjects().size();
        double[] right = new double[inverse.length];
        for (int mark = 0; mark < marks.size(); mark++) {
            double value = marks.value(mark) / fit.spread().noise();
            right[marks.monthOf(marks.subject(mark))] += value;
            right[months + marks.subject(mark)] += value;
            right[months + subjects + marks.rater(mark)] += value;
        }
        for (int subject = 0; subject < subjects; subject++) {
            int month = marks.monthOf(subject);
            double mean = 0;
            for (int column = 0; column < right.length; column++) {
                mean += (inverse[month][column] + inverse[months + subject][column]) * right[column];
            }
            assertThat(fit.mean(subject)).isCloseTo(Math.min(10, Math.max(1, mean)), within(1e-6));
            double exact = inverse[month][month]
                    + inverse[months + subject][months + subject]
                    + 2 * inverse[month][months + subject];
            assertThat(variances[subject] / exact).isBetween(0.65, 1.25);
        }
    }

    /** The further from the mean of the month, the more raters say so; and the more certain. */
    @Property(tries = 50)
    void moreRatersShrinkLess(
            @ForAll @IntRange(min = 1, max = 40) int raters, @ForAll @IntRange(min = 8, max = 10) int mark) {
        Levelling fewer = praised(raters, mark);
        Levelling more = praised(raters + 1, mark);
        assertThat(Math.abs(more.mean(0) - mark)).isLessThan(Math.abs(fewer.mean(0) - mark));
        assertThat(more.variances().means()[0]).isLessThan(fewer.variances().means()[0]);
    }

    /** Who is two points more lenient with everybody gives nobody an advantage worth the name. */
    @Property(tries = 25)
    void aMoreLenientRaterMovesAdjustedMeansLessThanRawOnes(@ForAll @IntRange(min = 1, max = 10_000) int seed) {
        List<MarkWorld.Given> before = new MarkWorld(SMALL.level(5), new Random(seed))
                .given().stream().filter(given -> given.mark() <= 8).toList();
        String lenient = before.get(seed % before.size()).rater();
        List<MarkWorld.Given> after = before.stream()
                .map(given -> given.rater().equals(lenient)
                        ? new MarkWorld.Given(given.rater(), given.lecturer(), given.month(), given.mark() + 2)
                        : given)
                .toList();
        Marks marks = marks(before);
        Spread spread = Spread.of(marks, LIMITS);
        Levelling one = Levelling.of(marks, spread);
        Levelling other = Levelling.of(marks(after), spread);
        for (int subject = 0; subject < marks.subjects().size(); subject++) {
            double raw = 0;
            for (int mark = marks.firstOf(subject); mark < marks.firstOf(subject) + marks.countOf(subject); mark++) {
                raw += marks.raters().get(marks.rater(mark)).equals(lenient) ? 2.0 / marks.countOf(subject) : 0;
            }
            assertThat(Math.abs(other.mean(subject) - one.mean(subject))).isLessThan(raw == 0 ? 0.25 : raw + 0.05);
        }
    }

    @Test
    void everybodyTensIsTen() {
        Marks.Intake intake = new Marks.Intake();
        for (int rater = 0; rater < 20; rater++) {
            for (int lecturer = 0; lecturer < 5; lecturer++) {
                intake.add("r" + rater, "l" + lecturer, JUNE, 10, 1);
            }
        }
        Levelling fit = fit(intake.taken());
        for (int subject = 0; subject < 5; subject++) {
            assertThat(fit.mean(subject)).isCloseTo(10, within(1e-9));
        }
        assertThat(fit.spread().noise()).isEqualTo(Spread.ROUNDING);
    }

    /** A single mark, a single rater, raters of one mark each, two departments that never meet: a figure every time. */
    @Test
    void littleOrDividedDataStillGivesAFigure() {
        List<Marks.Intake> cases = new ArrayList<>();
        cases.add(new Marks.Intake());
        cases.add(new Marks.Intake().add("r", "a", JUNE, 7, 1));
        Marks.Intake oneRater = new Marks.Intake();
        Marks.Intake oneMarkEach = new Marks.Intake();
        Marks.Intake divided = new Marks.Intake();
        for (int number = 0; number < 60; number++) {
            oneRater.add("r", "l" + number, JUNE, 1 + number % 10, 1);
            oneMarkEach.add("r" + number, "l" + number % 4, JUNE, 5 + number % 5, 1);
            divided.add("r" + number % 10, "l" + number % 6, JUNE, 6 + number % 4, 1)
                    .add("s" + number % 10, "m" + number % 6, JUNE, 3 + number % 4, 1);
        }
        cases.addAll(List.of(oneRater, oneMarkEach, divided));
        for (Marks.Intake one : cases) {
            Levelling fit = fit(one.taken());
            assertThat(fit.settled()).isTrue();
            double[] variances = fit.variances().means();
            for (int subject = 0; subject < variances.length; subject++) {
                assertThat(fit.mean(subject)).isBetween(1.0, 10.0);
                assertThat(variances[subject]).isPositive().isFinite();
            }
            assertThat(RingSearch.in(fit, JUNE, FairSimulation.RINGS, java.util.Set.of()))
                    .isEmpty();
        }
        // Severity and chance cannot be told apart where everybody rated once: the contract's pull stands in.
        assertThat(fit(oneMarkEach.taken()).spread().severity()).isZero();
        assertThat(fit(new Marks.Intake().add("r", "a", JUNE, 7, 1).taken())
                        .spread()
                        .estimated())
                .isFalse();
    }

    @Test
    void theNormalDistributionIsTheUsualOne() {
        assertThat(Normal.above(0)).isCloseTo(0.5, within(1e-12));
        assertThat(Normal.above(1.959963985)).isCloseTo(0.025, within(1e-10));
        assertThat(Normal.above(-1)).isCloseTo(0.841344746, within(1e-9));
        assertThat(Normal.above(5) / 2.866515719e-7).isCloseTo(1, within(1e-8));
        assertThat(Normal.halfWidth(0.9)).isCloseTo(1.644853627, within(1e-9));
    }

    private static Levelling praised(int raters, int mark) {
        Marks.Intake intake = new Marks.Intake();
        for (int rater = 0; rater < raters; rater++) {
            intake.add("p" + rater, "a", JUNE, mark, 1);
        }
        for (int rater = 0; rater < 200; rater++) {
            intake.add("r" + rater, "l" + rater % 20, JUNE, 5, 1);
        }
        return Levelling.of(intake.taken(), new Spread(0.5, 0.5, 1, true));
    }

    private static Levelling fit(Marks marks) {
        return Levelling.of(marks, Spread.of(marks, LIMITS));
    }

    private static Marks marks(List<MarkWorld.Given> given) {
        Marks.Intake intake = new Marks.Intake();
        given.forEach(one -> intake.add(one.rater(), one.lecturer(), one.month(), one.mark(), 1));
        return intake.taken();
    }

    /** Of Henderson's matrix, by Gauss and Jordan. */
    private static double[][] inverseOf(Marks marks, Spread spread) {
        int months = marks.months().size();
        int subjects = marks.subjects().size();
        int size = months + subjects + marks.raters().size();
        double[][] rows = new double[size][2 * size];
        for (int mark = 0; mark < marks.size(); mark++) {
            int[] places = {
                marks.monthOf(marks.subject(mark)), months + marks.subject(mark), months + subjects + marks.rater(mark)
            };
            for (int row : places) {
                for (int column : places) {
                    rows[row][column] += 1 / spread.noise();
                }
            }
        }
        for (int row = 0; row < size; row++) {
            if (row >= months) {
                double variance = row < months + subjects ? spread.quality() : spread.severity();
                rows[row][row] += 1 / Math.max(variance, 1e-9);
            }
            rows[row][size + row] = 1;
        }
        for (int pivot = 0; pivot < size; pivot++) {
            double by = rows[pivot][pivot];
            for (int column = 0; column < 2 * size; column++) {
                rows[pivot][column] /= by;
            }
            for (int row = 0; row < size; row++) {
                double times = rows[row][pivot];
                if (row != pivot && times != 0) {
                    for (int column = 0; column < 2 * size; column++) {
                        rows[row][column] -= times * rows[pivot][column];
                    }
                }
            }
        }
        double[][] inverse = new double[size][];
        for (int row = 0; row < size; row++) {
            inverse[row] = java.util.Arrays.copyOfRange(rows[row], size, 2 * size);
        }
        return inverse;
    }
}
