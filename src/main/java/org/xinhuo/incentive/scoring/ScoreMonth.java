package org.xinhuo.incentive.scoring;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.scoring.RankOrder.AllRatings;

/** Scores a month of the whole company from what the tables say now. */
@Component
class ScoreMonth {

    private final MonthCounts counts;

    ScoreMonth(MonthCounts counts) {
        this.counts = counts;
    }

    /** Every lecturer of the month with score and ranks, by id; grades are given by {@link #graded}. */
    List<LecturerMonth> of(YearMonth period, ScoringRules rules) {
        return of(period, rules, Map.of());
    }

    /** @param adjusted the adjusted means that the rank for cash follows; empty where it follows the contract */
    List<LecturerMonth> of(YearMonth period, ScoringRules rules, Map<String, BigDecimal> adjusted) {
        Map<String, Integer> minutes = new LinkedHashMap<>();
        for (String group : counts.groups()) {
            minutes.put(group, rules.targets(group, period).minutes());
        }
        List<MonthCount> counted = counts.ofEverybody(period, minutes);
        AllRatings all = counts.allRatings(period);
        return scored(period, counted, all, adjusted, rules);
    }

    /** The same from counts at hand. */
    static List<LecturerMonth> scored(YearMonth period, List<MonthCount> counted, AllRatings all, ScoringRules rules) {
        return scored(period, counted, all, Map.of(), rules);
    }

    private static List<LecturerMonth> scored(
            YearMonth period,
            List<MonthCount> counted,
            AllRatings all,
            Map<String, BigDecimal> adjusted,
            ScoringRules rules) {
        Map<String, Ranks> ranks = RankOrder.of(
                counted,
                all,
                adjusted,
                count -> rules.targets(count.group(), period).raters());
        return counted.stream()
                .map(count -> scored(period, count, ranks.getOrDefault(count.lecturerId(), Ranks.NONE), rules))
                .toList();
    }

    static LecturerMonth graded(LecturerMonth month, ScoringRules rules) {
        return month.graded(rules.grade(month.score(), month.averageRating(), month.held()));
    }

    private static LecturerMonth scored(YearMonth period, MonthCount count, Ranks ranks, ScoringRules rules) {
        Targets targets = rules.targets(count.group(), period);
        Weights weights = rules.weights(count.group());
        return new LecturerMonth(
                count.lecturerId(),
                count.name(),
                count.department(),
                count.group(),
                period,
                false,
                count.held(),
                count.onTime(),
                count.ratings(),
                count.ratingSum(),
                count.raters(),
                count.reuses(),
                targets,
                weights,
                ScoreFormula.score(ScoreFormula.components(count, targets), weights),
                null,
                ranks);
    }
}
