package org.xinhuo.incentive.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The formulas of section 6 of the contract written down once more, plainly and one person after the other, to hold the
 * statement of the database against.
 */
final class ReferenceMonth {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final MathContext EXACT = new MathContext(80);

    private ReferenceMonth() {}

    record Lecturer(String id, String department, String group, LocalDate since) {}

    record Share(
            String id,
            String lecturer,
            Instant startsAt,
            String state,
            String content,
            Integer minutes,
            int broughtOver,
            List<Instant> reused,
            Map<String, Integer> ratings) {}

    record Rules(Targets targets, Weights weights) {}

    record Result(
            int held,
            int onTime,
            int ratings,
            int ratingSum,
            int raters,
            int reuses,
            BigDecimal score,
            Integer ratingRank,
            Integer reuseRank,
            Integer departmentRank) {}

    static Map<String, Result> of(
            YearMonth month, List<Lecturer> lecturers, List<Share> everyShare, Map<String, Rules> rules) {
        List<Share> shares = everyShare.stream()
                .filter(share ->
                        YearMonth.from(share.startsAt().atZone(SHANGHAI)).equals(month))
                .toList();
        long all = 0;
        long allSum = 0;
        for (Share share : shares) {
            for (int score : share.ratings().values()) {
                all++;
                allSum += score;
            }
        }
        Map<String, Result> results = new HashMap<>();
        Map<String, BigDecimal> means = new HashMap<>();
        List<Lecturer> ranked = new ArrayList<>();
        for (Lecturer lecturer : lecturers) {
            List<Share> own = shares.stream()
                    .filter(share -> share.lecturer().equals(lecturer.id()))
                    .toList();
            if (lecturer.since().isAfter(month.atEndOfMonth()) && own.isEmpty()) {
                continue;
            }
            Rules by = Objects.requireNonNull(rules.get(lecturer.group()));
            int reuses = (int) everyShare.stream()
                    .filter(share -> share.lecturer().equals(lecturer.id()))
                    .flatMap(share -> share.reused().stream())
                    .filter(at -> YearMonth.from(at.atZone(SHANGHAI)).equals(month))
                    .count();
            Result result = counted(own, reuses, by);
            results.put(lecturer.id(), result);
            if (result.ratings() > 0 && result.raters() >= by.targets().raters()) {
                BigDecimal mu = fraction(allSum, all);
                means.put(
                        lecturer.id(),
                        rounded(
                                BigDecimal.valueOf(5)
                                        .multiply(mu)
                                        .add(BigDecimal.valueOf(result.ratingSum()))
                                        .divide(BigDecimal.valueOf(5 + result.ratings()), EXACT),
                                6));
                ranked.add(lecturer);
            }
        }
        ranked.sort(Comparator.comparing((Lecturer one) -> means.get(one.id()))
                .thenComparing(one -> results.get(one.id()).ratings())
                .reversed()
                .thenComparing(Lecturer::id));
        List<String> reused = results.entrySet().stream()
                .filter(one -> one.getValue().reuses() > 0)
                .sorted(Comparator.comparing((Map.Entry<String, Result> one) ->
                                -one.getValue().reuses())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Result> placed = new HashMap<>();
        results.forEach((id, result) -> placed.put(
                id,
                new Result(
                        result.held(),
                        result.onTime(),
                        result.ratings(),
                        result.ratingSum(),
                        result.raters(),
                        result.reuses(),
                        result.score(),
                        place(ranked.stream().map(Lecturer::id).toList(), id),
                        place(reused, id),
                        place(
                                ranked.stream()
                                        .filter(one -> one.department().equals(department(lecturers, id)))
                                        .map(Lecturer::id)
                                        .toList(),
                                id))));
        return placed;
    }

    /** 100 · min(1, held / target); 10 · mean; 100 · min(1, reuses / target); 100 · on time / held. */
    static BigDecimal score(Figures of, Targets targets, Weights weights) {
        BigDecimal shares = of.held() >= targets.shares()
                ? BigDecimal.valueOf(100)
                : BigDecimal.valueOf(100).multiply(fraction(of.held(), targets.shares()));
        BigDecimal rating =
                of.ratings() == 0 ? BigDecimal.ZERO : BigDecimal.TEN.multiply(fraction(of.ratingSum(), of.ratings()));
        BigDecimal reuse = of.reuses() >= targets.reuse()
                ? BigDecimal.valueOf(100)
                : BigDecimal.valueOf(100).multiply(fraction(of.reuses(), targets.reuse()));
        BigDecimal timeliness =
                of.held() == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(100).multiply(fraction(of.onTime(), of.held()));
        return rounded(
                shares.multiply(weights.shares())
                        .add(rating.multiply(weights.rating()))
                        .add(reuse.multiply(weights.reuse()))
                        .add(timeliness.multiply(weights.timeliness()))
                        .divide(weights.sum(), EXACT),
                2);
    }

    /** @param reused first downloads and forwards in the month, of whichever share's files */
    private static Result counted(List<Share> own, int reused, Rules by) {
        int held = 0;
        int onTime = 0;
        int ratings = 0;
        int sum = 0;
        int reuses = reused;
        for (Share share : own) {
            if (share.state().equals("HELD")
                    && share.minutes() != null
                    && share.minutes() >= by.targets().minutes()) {
                held++;
                onTime += share.content().equals("SUBMITTED") ? 1 : 0;
            }
            ratings += share.ratings().size();
            sum += share.ratings().values().stream().mapToInt(Integer::intValue).sum();
            reuses += share.broughtOver();
        }
        Set<String> raters =
                own.stream().flatMap(share -> share.ratings().keySet().stream()).collect(Collectors.toSet());
        BigDecimal score = score(new Figures(held, onTime, ratings, sum, reuses), by.targets(), by.weights());
        return new Result(held, onTime, ratings, sum, raters.size(), reuses, score, null, null, null);
    }

    private static String department(List<Lecturer> lecturers, String id) {
        return lecturers.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow()
                .department();
    }

    private static Integer place(List<String> order, String id) {
        int at = order.indexOf(id);
        return at < 0 ? null : at + 1;
    }

    private static BigDecimal fraction(long dividend, long divisor) {
        return BigDecimal.valueOf(dividend).divide(BigDecimal.valueOf(divisor), EXACT);
    }

    /** What recurs is cut far behind any midpoint first. */
    private static BigDecimal rounded(BigDecimal value, int decimals) {
        return value.setScale(40, RoundingMode.HALF_UP).setScale(decimals, RoundingMode.HALF_UP);
    }
}
