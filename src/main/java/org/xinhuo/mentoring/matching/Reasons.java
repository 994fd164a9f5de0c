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
import org.xinhuo.people.Expertise;

/** Says why these mentors: each factor's points out of what it could give, and the fact behind them. */
@Component
class Reasons {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Texts texts;
    private final ObjectMapper json;

    Reasons(Texts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    List<Reason> of(MatchRound round, Match match) {
        Weights weights = round.weights();
        Factors factors = match.factors();
        Candidate mentor = match.candidate();
        return List.of(
                expertise(round.needs(), mentor, points(weights.expertise(), factors.expertise(), weights)),
                reason(
                        "matching.reason.experience",
                        points(weights.experience(), factors.experience(), weights),
                        oneDecimal(MatchFormula.years(round.needs(), mentor.skills())),
                        String.valueOf(mentor.graduated())),
                style(round.mentee().preferredStyle() == null, mentor, factors, weights),
                rating(mentor, points(weights.rating(), factors.rating(), weights)));
    }

    /** The sentences in the language of the request. */
    List<String> spoken(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> texts.text(
                        reason.code(),
                        reason.arguments().stream().map(this::spoken).toArray()))
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

    private static Reason expertise(List<Need> needs, Candidate mentor, List<String> points) {
        return needs.stream()
                .max(Comparator.comparing(Need::share).thenComparing(Need::competency, Comparator.reverseOrder()))
                .map(need -> {
                    Expertise skill = mentor.skills().get(need.competency());
                    return reason(
                            need.need().signum() > 0 ? "matching.reason.expertise" : "matching.reason.expertise.noGap",
                            points,
                            need.competency(),
                            plain(need.required()),
                            plain(need.level()),
                            skill == null ? "0" : plain(skill.level()));
                })
                .orElseGet(() -> reason("matching.reason.expertise.noModel", points));
    }

    private static Reason style(boolean noPreference, Candidate mentor, Factors factors, Weights weights) {
        String code = noPreference ? "any" : factors.style().signum() > 0 ? "same" : "other";
        return reason(
                "matching.reason.style." + code,
                points(weights.style(), factors.style(), weights),
                "@mentorStyle." + mentor.style());
    }

    private static Reason rating(Candidate mentor, List<String> points) {
        return mentor.marks() == 0
                ? reason("matching.reason.rating.none", points)
                : reason(
                        "matching.reason.rating",
                        points,
                        oneDecimal(BigDecimal.valueOf(mentor.markSum())
                                .divide(BigDecimal.valueOf(mentor.marks()), MathContext.DECIMAL64)),
                        String.valueOf(mentor.marks()));
    }

    /** A factor's points and the most it could give, of a hundred together. */
    private static List<String> points(BigDecimal weight, BigDecimal factor, Weights weights) {
        BigDecimal all = weights.sum();
        BigDecimal most =
                all.signum() == 0 ? BigDecimal.ZERO : weight.multiply(HUNDRED).divide(all, MathContext.DECIMAL64);
        return List.of(oneDecimal(most.multiply(factor)), plain(most.setScale(1, RoundingMode.HALF_UP)));
    }

    private static Reason reason(String code, List<String> points, String... more) {
        List<String> arguments = new ArrayList<>(points);
        arguments.addAll(List.of(more));
        return new Reason(code, arguments);
    }

    private static String oneDecimal(BigDecimal number) {
        return number.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
