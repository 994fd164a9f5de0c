package org.xinhuo.incentive.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.xinhuo.incentive.scoring.RankOrder.AllRatings;

class ScoringPropertiesTest {

    @Property(tries = 300)
    void aScoreLiesBetweenZeroAndAHundred(@ForAll("counts") MonthCount count) {
        assertThat(score(count)).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
    }

    @Property(tries = 300)
    void oneMoreOfAnythingNeverLowersTheScore(@ForAll("counts") MonthCount count) {
        MonthCount better = new MonthCount(
                count.lecturerId(),
                count.name(),
                count.department(),
                count.group(),
                count.held() + 1,
                count.onTime() + 1,
                count.ratings(),
                Math.min(count.ratingSum() + 1, count.ratings() * 10),
                count.raters(),
                count.reuses() + 1);
        assertThat(score(better)).isGreaterThanOrEqualTo(score(count));
    }

    @Property(tries = 200)
    void ranksAreATotalOrderWithoutGaps(@ForAll("company") List<MonthCount> company) {
        Map<String, Ranks> ranks = ranks(company);
        assertThat(ranks.values().stream()
                        .map(Ranks::rating)
                        .filter(Objects::nonNull)
                        .sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, (int) company.stream()
                                .filter(count -> count.ratings() > 0 && count.raters() >= 5)
                                .count())
                        .boxed()
                        .toList());
        assertThat(ranks.values().stream().map(Ranks::reuse).filter(Objects::nonNull))
                .hasSize((int)
                        company.stream().filter(count -> count.reuses() > 0).count())
                .doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void theOrderOfTheRowsDoesNotMatter(@ForAll("company") List<MonthCount> company) {
        List<MonthCount> reversed = new ArrayList<>(company);
        reversed.sort(Comparator.comparing(MonthCount::lecturerId).reversed());
        assertThat(ranks(reversed)).isEqualTo(ranks(company));
    }

    @Property(tries = 200)
    void theDepartmentFollowsTheCompany(@ForAll("company") List<MonthCount> company) {
        Map<String, Ranks> ranks = ranks(company);
        for (MonthCount one : company) {
            for (MonthCount other : company) {
                Integer first = ranks.get(one.lecturerId()).rating();
                Integer second = ranks.get(other.lecturerId()).rating();
                if (one.department().equals(other.department()) && first != null && second != null) {
                    assertThat(Integer.signum(ranks.get(one.lecturerId()).department()
                                    - ranks.get(other.lecturerId()).department()))
                            .isEqualTo(Integer.signum(first - second));
                }
            }
        }
    }

    @Provide
    Arbitrary<MonthCount> counts() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 1_000_000),
                        Arbitraries.of("A", "B"),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(10, 100),
                        Arbitraries.integers().between(0, 5))
                .as((id, department, held, raters, tenths, reuses) -> {
                    int ratings = raters * 2;
                    return new MonthCount(
                            "l" + id,
                            "L",
                            department,
                            "default",
                            held,
                            held / 2,
                            ratings,
                            ratings * tenths / 10,
                            raters,
                            reuses);
                });
    }

    @Provide
    Arbitrary<List<MonthCount>> company() {
        return counts().list().ofMaxSize(12).uniqueElements(MonthCount::lecturerId);
    }

    /** A mean that is pulled lies between the lecturer's own and the company's. */
    @Property(tries = 200)
    void fewRatingsArePulledTowardsTheCompany(
            @ForAll @IntRange(min = 1, max = 50) int ratings, @ForAll @IntRange(min = 1, max = 10) int own) {
        MonthCount count = ScoreFormulaTest.count(1, 1, ratings, ratings * own, ratings, 0);
        BigDecimal levelled = RankOrder.levelled(count, new AllRatings(1000, 7000));
        assertThat(levelled).isBetween(BigDecimal.valueOf(Math.min(own, 7)), BigDecimal.valueOf(Math.max(own, 7)));
    }

    private static Map<String, Ranks> ranks(List<MonthCount> company) {
        long ratings = company.stream().mapToLong(MonthCount::ratings).sum();
        long sum = company.stream().mapToLong(MonthCount::ratingSum).sum();
        return RankOrder.of(company, new AllRatings(ratings, sum), count -> 5);
    }

    private static BigDecimal score(MonthCount count) {
        return ScoreFormulaTest.score(count, ScoreFormulaTest.DEFAULT);
    }
}
