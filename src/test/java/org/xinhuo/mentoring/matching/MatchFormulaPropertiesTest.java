package org.xinhuo.mentoring.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.xinhuo.people.Expertise;
import org.xinhuo.people.RequiredCompetency;

class MatchFormulaPropertiesTest {

    private static final List<String> COMPETENCIES = List.of("a", "b", "c", "d");

    @Property(tries = 300)
    void sharesAddUpToOne(
            @ForAll("models") List<RequiredCompetency> model, @ForAll("levels") Map<String, BigDecimal> levels) {
        BigDecimal sum = MatchFormula.needs(model, levels, List.of()).stream()
                .map(Need::share)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum.setScale(6, RoundingMode.HALF_UP)).isEqualByComparingTo(BigDecimal.ONE);
    }

    @Property(tries = 300)
    void scoresLieBetweenZeroAndOne(
            @ForAll("models") List<RequiredCompetency> model,
            @ForAll("levels") Map<String, BigDecimal> levels,
            @ForAll("mentors") Candidate mentor) {
        BigDecimal score = score(MatchFormula.needs(model, levels, List.of()), mentor);
        assertThat(score).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
    }

    @Property(tries = 300)
    void whoCanMoreScoresNoLess(
            @ForAll("models") List<RequiredCompetency> model,
            @ForAll("levels") Map<String, BigDecimal> levels,
            @ForAll("mentors") Candidate mentor,
            @ForAll @BigRange(min = "0", max = "5") @Scale(2) BigDecimal more) {
        List<Need> needs = MatchFormula.needs(model, levels, List.of());
        Map<String, Expertise> better = new HashMap<>();
        mentor.skills()
                .forEach((competency, skill) -> better.put(
                        competency,
                        new Expertise(
                                skill.mentorId(),
                                competency,
                                skill.level().add(more).min(BigDecimal.valueOf(5)),
                                skill.years())));
        Candidate improved = new Candidate(
                mentor.mentorId(),
                mentor.name(),
                mentor.style(),
                mentor.capacity(),
                mentor.load(),
                true,
                mentor.hiredOn(),
                better,
                mentor.graduated(),
                mentor.marks(),
                mentor.markSum());
        assertThat(score(needs, improved)).isGreaterThanOrEqualTo(score(needs, mentor));
    }

    @Property(tries = 100)
    void theOrderDoesNotDependOnWhoComesFirst(
            @ForAll @Size(min = 2, max = 12) List<@From("mentors") Candidate> mentors) {
        List<Match> matches = new ArrayList<>();
        for (Candidate mentor : mentors) {
            BigDecimal tie = new BigDecimal(mentor.capacity()).movePointLeft(1).setScale(6);
            matches.add(new Match(mentor, new Factors(tie, tie, tie, tie), tie));
        }
        List<Match> backwards = new ArrayList<>(matches);
        Collections.reverse(backwards);
        assertThat(matches.stream()
                        .sorted(Match.ORDER)
                        .map(match -> match.candidate().mentorId()))
                .containsExactlyElementsOf(backwards.stream()
                        .sorted(Match.ORDER)
                        .map(match -> match.candidate().mentorId())
                        .toList());
    }

    private static BigDecimal score(List<Need> needs, Candidate mentor) {
        return MatchFormula.score(
                MatchFormulaTest.WEIGHTS, MatchFormula.factors(needs, null, MatchFormula.MEAN_WITHOUT_MARKS, mentor));
    }

    @Provide
    Arbitrary<List<RequiredCompetency>> models() {
        return Combinators.combine(
                        level().list().ofSize(4),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.1"), BigDecimal.TEN)
                                .ofScale(1)
                                .list()
                                .ofSize(4))
                .as((levels, weights) -> {
                    List<RequiredCompetency> model = new ArrayList<>();
                    for (int index = 0; index < 4; index++) {
                        model.add(
                                new RequiredCompetency(COMPETENCIES.get(index), levels.get(index), weights.get(index)));
                    }
                    return model;
                });
    }

    @Provide
    Arbitrary<Map<String, BigDecimal>> levels() {
        return Arbitraries.maps(Arbitraries.of(COMPETENCIES), level()).ofMaxSize(4);
    }

    @Provide
    Arbitrary<Candidate> mentors() {
        return Combinators.combine(
                        Arbitraries.strings().alpha().ofLength(6),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 20),
                        level().list().ofSize(4),
                        level().list().ofSize(4))
                .as((id, capacity, load, graduated, marks, levels, years) -> {
                    Map<String, Expertise> skills = new HashMap<>();
                    for (int index = 0; index < 4; index++) {
                        String competency = COMPETENCIES.get(index);
                        skills.put(competency, new Expertise(id, competency, levels.get(index), years.get(index)));
                    }
                    return new Candidate(
                            id,
                            id,
                            "logical",
                            capacity,
                            load,
                            true,
                            LocalDate.of(2020, 1, 1),
                            skills,
                            graduated,
                            marks,
                            marks * 4L);
                });
    }

    private static Arbitrary<BigDecimal> level() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(5))
                .ofScale(2);
    }
}
