package org.xinhuo.mentoring.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Texts;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Expertise;

/** Says why these mentors: each factor's points out of what it could give, and the fact behind them. */
@Component
class Reasons {

    /** Stands for the mentee among the arguments: "you" to the mentee, "the mentee" to everybody else. */
    private static final String THE_MENTEE = "@mentee";

    private static final int MOST_NAMED = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Texts texts;
    private final ObjectMapper json;

    Reasons(Texts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    List<Reason> of(MatchRound round, Match match) {
        return of(round.mentee(), round.needs(), round.weights(), match);
    }

    List<Reason> of(Employee mentee, List<Need> needs, Weights weights, Match match) {
        Factors factors = match.factors();
        Candidate mentor = match.candidate();
        return List.of(
                expertise(needs, mentor, points(weights.expertise(), factors.expertise(), weights)),
                experience(mentee, needs, mentor, points(weights.experience(), factors.experience(), weights)),
                style(mentee, mentor, factors, weights),
                rating(mentor, points(weights.rating(), factors.rating(), weights)));
    }

    /**
     * The sentences in the language of the request.
     *
     * @param toTheMentee whether the mentee reads them, or somebody else
     */
    List<String> spoken(List<Reason> reasons, boolean toTheMentee) {
        String mentee = texts.text(toTheMentee ? "matching.reason.you" : "matching.reason.theMentee");
        return reasons.stream()
                .map(reason -> texts.text(
                        reason.code(),
                        reason.arguments().stream()
                                .map(argument -> THE_MENTEE.equals(argument) ? mentee : spoken(argument))
                                .toArray()))
                .toList();
    }

    String written(List<Reason> reasons) {
        try {
            return json.writeValueAsString(reasons);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("reasons cannot be written", notJson);
        }
    }

    List<Reason> read(String written) {
        try {
            return json.readValue(written, new TypeReference<List<Reason>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored reasons cannot be read", broken);
        }
    }

    private Object spoken(String argument) {
        return argument.startsWith("@") ? texts.text(argument.substring(1)) : argument;
    }

    /** Names the two largest gaps: they carry most of the points. */
    private static Reason expertise(List<Need> needs, Candidate mentor, List<String> points) {
        List<Need> largest = needs.stream()
                .sorted(Comparator.comparing(Need::share).reversed().thenComparing(Need::competency))
                .limit(MOST_NAMED)
                .toList();
        if (largest.isEmpty()) {
            return reason("matching.reason.expertise.noModel", points);
        }
        List<String> arguments = new ArrayList<>();
        List<Need> gaps = largest.stream()
                .filter(need -> need.required().compareTo(need.level()) > 0)
                .toList();
        for (Need need : gaps.isEmpty() ? largest.subList(0, 1) : gaps) {
            Expertise skill = mentor.skills().get(need.competency());
            arguments.add(need.competency());
            arguments.add(skill == null ? "0" : plain(skill.level()));
            arguments.add(plain(need.required().subtract(need.level()).max(BigDecimal.ZERO)));
            arguments.add(plain(need.required()));
        }
        arguments.add(THE_MENTEE);
        boolean missesTarget = gaps.isEmpty() && largest.get(0).shortfall().signum() > 0;
        String code = missesTarget
                ? "matching.reason.expertise.shortfall"
                : gaps.isEmpty()
                        ? "matching.reason.expertise.covered"
                        : gaps.size() == 1 ? "matching.reason.expertise.gap" : "matching.reason.expertise.gaps";
        return reason(code, points, arguments.toArray(String[]::new));
    }

    private static Reason experience(Employee mentee, List<Need> needs, Candidate mentor, List<String> points) {
        return reason(
                mentor.graduated() == 0 ? "matching.reason.experience.first" : "matching.reason.experience.some",
                points,
                rounded(MatchFormula.years(needs, mentor.skills())),
                String.valueOf(mentor.graduated()),
                mentee.job());
    }

    private static Reason style(Employee mentee, Candidate mentor, Factors factors, Weights weights) {
        List<String> points = points(weights.style(), factors.style(), weights);
        String own = "@mentorStyle." + mentor.style();
        String preferred = mentee.preferredStyle();
        if (preferred == null) {
            return reason("matching.reason.style.noPreference", points, own, THE_MENTEE);
        }
        return factors.style().signum() > 0
                ? reason("matching.reason.style.preferred", points, own, THE_MENTEE)
                : reason("matching.reason.style.differs", points, own, "@mentorStyle." + preferred, THE_MENTEE);
    }

    private static Reason rating(Candidate mentor, List<String> points) {
        return mentor.marks() == 0
                ? reason("matching.reason.rating.none", points)
                : reason(
                        "matching.reason.rating",
                        points,
                        rounded(BigDecimal.valueOf(mentor.markSum())
                                .divide(BigDecimal.valueOf(mentor.marks()), MathContext.DECIMAL64)),
                        String.valueOf(mentor.marks()));
    }

    /** A factor's points and the most it could give, of a hundred together. */
    private static List<String> points(BigDecimal weight, BigDecimal factor, Weights weights) {
        BigDecimal all = weights.sum();
        BigDecimal most =
                all.signum() == 0 ? BigDecimal.ZERO : weight.multiply(HUNDRED).divide(all, MathContext.DECIMAL64);
        return List.of(rounded(most.multiply(factor)), rounded(most));
    }

    private static Reason reason(String code, List<String> points, String... more) {
        List<String> arguments = new ArrayList<>(points);
        arguments.addAll(List.of(more));
        return new Reason(code, arguments);
    }

    /** One decimal at most: 42 and 41.5. */
    private static String rounded(BigDecimal number) {
        return plain(number.setScale(1, RoundingMode.HALF_UP));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
