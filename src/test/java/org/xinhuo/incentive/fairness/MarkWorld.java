package org.xinhuo.incentive.fairness;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A company made up of numbers: lecturers with a true level each month, learners with a severity, marks that are whole
 * numbers from 1 to 10. Everything follows from the seed.
 */
final class MarkWorld {

    static final YearMonth LAST = YearMonth.of(2026, 6);

    /**
     * What a company is like.
     *
     * @param employees who may rate; the first of them are the lecturers
     * @param fewest how many rate a lecturer in a month, at least; {@code most} at most, any number between alike
     * @param level the mean of true levels; near 10 marks run into the ceiling
     * @param quality standard deviation of lecturers' lasting levels; {@code monthly} of their months around it
     * @param severity standard deviation of raters' severities
     * @param noise standard deviation of a single mark
     * @param home how many of the raters come from the lecturer's own department of forty, 0 to 1
     */
    record Settings(
            int lecturers,
            int employees,
            int months,
            int fewest,
            int most,
            double level,
            double quality,
            double monthly,
            double severity,
            double noise,
            double home) {

        static final Settings USUAL = new Settings(60, 400, 6, 3, 30, 7.8, 0.6, 0.3, 1.0, 1.2, 0.7);

        Settings raters(int from, int to) {
            return new Settings(lecturers, employees, months, from, to, level, quality, monthly, severity, noise, home);
        }

        Settings severity(double as) {
            return new Settings(lecturers, employees, months, fewest, most, level, quality, monthly, as, noise, home);
        }

        Settings level(double as) {
            return new Settings(
                    lecturers, employees, months, fewest, most, as, quality, monthly, severity, noise, home);
        }

        Settings months(int as) {
            return new Settings(lecturers, employees, as, fewest, most, level, quality, monthly, severity, noise, home);
        }

        Settings home(double as) {
            return new Settings(
                    lecturers, employees, months, fewest, most, level, quality, monthly, severity, noise, as);
        }

        Settings people(int lecturers, int employees) {
            return new Settings(
                    lecturers, employees, months, fewest, most, level, quality, monthly, severity, noise, home);
        }
    }

    /** A single mark. */
    record Given(String rater, String lecturer, YearMonth month, int mark) {}

    private static final int DEPARTMENT = 40;

    final Settings settings;
    /** By who gave whom when: a later mark takes the place of an earlier one. */
    private final Map<String, Given> marks = new LinkedHashMap<>();
    /** What the lecturers' last month was truly like. */
    final Map<String, Double> truth = new TreeMap<>();

    private final Random random;
    private final double[] severity;
    /** By month, 0 the reviewed one, and lecturer. */
    private final double[][] levels;

    MarkWorld(Settings settings, Random random) {
        this.settings = settings;
        this.random = random;
        this.levels = new double[settings.months()][settings.lecturers()];
        this.severity = new double[settings.employees()];
        for (int employee = 0; employee < severity.length; employee++) {
            severity[employee] = settings.severity() * random.nextGaussian();
        }
        double[] lasting = new double[settings.lecturers()];
        for (int lecturer = 0; lecturer < lasting.length; lecturer++) {
            lasting[lecturer] = settings.level() + settings.quality() * random.nextGaussian();
        }
        for (int back = settings.months() - 1; back >= 0; back--) {
            YearMonth month = LAST.minusMonths(back);
            for (int lecturer = 0; lecturer < lasting.length; lecturer++) {
                double level = lasting[lecturer] + settings.monthly() * random.nextGaussian();
                levels[back][lecturer] = level;
                if (back == 0) {
                    truth.put(id(lecturer), level);
                }
                int raters = settings.fewest() + random.nextInt(settings.most() - settings.fewest() + 1);
                Map<Integer, Boolean> asked = new HashMap<>();
                while (asked.size() < raters) {
                    int rater = rater(lecturer, random);
                    if (rater != lecturer && asked.put(rater, true) == null) {
                        double mark = level + severity[rater] + settings.noise() * random.nextGaussian();
                        give(new Given(id(rater), id(lecturer), month, whole(mark)));
                    }
                }
            }
        }
    }

    private int rater(int lecturer, Random random) {
        if (random.nextDouble() < settings.home()) {
            // Departments are every so-manieth employee: each has its share of lecturers.
            int departments = Math.max(1, settings.employees() / DEPARTMENT);
            return lecturer % departments + departments * random.nextInt(settings.employees() / departments);
        }
        return random.nextInt(settings.employees());
    }

    /**
     * Lecturers rate lecturers: every month each rates some others of the same department.
     *
     * @param how how many others
     * @param affinity standard deviation of how much each likes each other one, lastingly
     * @param kinship by how much everybody overrates those of the own department
     */
    MarkWorld peers(int how, double affinity, double kinship) {
        double[][] liking = new double[settings.lecturers()][settings.lecturers()];
        for (double[] row : liking) {
            for (int other = 0; other < row.length; other++) {
                row[other] = affinity * random.nextGaussian();
            }
        }
        int departments = Math.max(1, settings.employees() / DEPARTMENT);
        for (int back = settings.months() - 1; back >= 0; back--) {
            for (int from = 0; from < settings.lecturers(); from++) {
                for (int count = 0; count < how; count++) {
                    int to = random.nextDouble() < settings.home()
                            ? from % departments
                                    + departments * random.nextInt(Math.max(1, settings.lecturers() / departments))
                            : random.nextInt(settings.lecturers());
                    if (to != from && to < settings.lecturers()) {
                        mark(from, to, back, liking[from][to] + (to % departments == from % departments ? kinship : 0));
                    }
                }
            }
        }
        return this;
    }

    /** These rate each other every month, by so much more than they mean. */
    MarkWorld ring(double lift, int months, int... members) {
        for (int back = 0; back < months; back++) {
            for (int from : members) {
                for (int to : members) {
                    if (from != to) {
                        mark(from, to, back, lift);
                    }
                }
            }
        }
        return this;
    }

    private void mark(int from, int to, int back, double extra) {
        double mark = levels[back][to] + severity[from] + extra + settings.noise() * random.nextGaussian();
        YearMonth month = LAST.minusMonths(back);
        give(new Given(id(from), id(to), month, whole(mark)));
    }

    /**
     * What the whole company would say of the lecturers' last month on average: the true level as it shows in marks,
     * which end at 10. What an adjusted mean should come near to.
     */
    Map<String, Double> saidByAll() {
        double common = Arrays.stream(severity).average().orElse(0);
        double spread = Math.sqrt(settings.severity() * settings.severity() + settings.noise() * settings.noise());
        Map<String, Double> said = new TreeMap<>();
        truth.forEach((lecturer, level) -> {
            double expected = 1;
            for (int mark = 2; mark <= 10; mark++) {
                expected += Normal.above((mark - 0.5 - level - common) / spread);
            }
            said.put(lecturer, expected);
        });
        return said;
    }

    private void give(Given one) {
        marks.put(one.rater() + one.lecturer() + one.month(), one);
    }

    Collection<Given> given() {
        return marks.values();
    }

    static int whole(double mark) {
        return (int) Math.min(10, Math.max(1, Math.round(mark)));
    }

    static String id(int employee) {
        return "e" + (10_000 + employee);
    }

    Marks marks() {
        Marks.Intake intake = new Marks.Intake();
        given().forEach(one -> intake.add(one.rater(), one.lecturer(), one.month(), one.mark(), 1));
        return intake.taken();
    }
}
