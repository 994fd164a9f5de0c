package org.xinhuo.incentive.reward;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.xinhuo.testing.TestCompany;

/**
 * What three lecturers did in two months, and what is due for it: by the formulas of the contract, reckoned here, and by
 * an owner's table, asked apart from the application.
 */
final class LedgerFacts {

    static final List<String> LECTURERS = List.of("ann", "bob", "han");

    /** What the owner deploys: as shipped, more for the second, dollars for the first, and another kind. */
    static final List<String> TABLES = tables();

    /** From so many raters on there is a rank for cash. */
    private static final int RATERS = 5;

    private static final DmnEngine DMN =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final TestCompany company;
    private final Map<String, Fact> facts = new HashMap<>();

    /** Which of {@link #TABLES} each version is. */
    private final Map<Integer, Integer> versions = new HashMap<>(Map.of(1, 0));

    /**
     * A month of somebody: two shares held with their content in time.
     *
     * @param mark 7 to 10, by every rater
     * @param reused three times, which is the target; else never
     */
    record Fact(int mark, int raters, boolean reused) {}

    record Due(BigDecimal amount, String currency) {}

    LedgerFacts(TestCompany company) {
        this.company = company;
    }

    /** What happened, or what it is mended to. */
    void write(String lecturer, YearMonth period, Fact fact) {
        String share = lecturer + "-" + period;
        if (facts.put(lecturer + "/" + period, fact) == null) {
            company.heldShare(share, lecturer, at(period, 10), 45, 0)
                    .heldShare(share + "-2", lecturer, at(period, 20), 45, 0);
        }
        company.write("update share set imported_reuse = ? where id = ?", fact.reused() ? 3 : 0, share);
        company.write("delete from rating where share_id = ?", share);
        company.rated(share, IntStream.generate(fact::mark).limit(fact.raters()).toArray());
    }

    void deployed(int version, int table) {
        versions.put(version, table);
    }

    /** By person and kind. */
    Map<String, Due> due(YearMonth period, int version) {
        DmnDecision table = DMN.parseDecision(
                "lecturer-reward",
                new ByteArrayInputStream(TABLES.get(versions.get(version)).getBytes(StandardCharsets.UTF_8)));
        List<String> rated = LECTURERS.stream()
                .filter(lecturer -> of(lecturer, period).raters() >= RATERS)
                // All of them have as many raters: by their mean, then by their id.
                .sorted(Comparator.<String>comparingInt(
                                lecturer -> -of(lecturer, period).mark())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<String> reused = LECTURERS.stream()
                .filter(lecturer -> of(lecturer, period).reused())
                .sorted()
                .toList();
        Map<String, Due> due = new TreeMap<>();
        for (String lecturer : LECTURERS) {
            Map<String, Object> inputs = new LinkedHashMap<>();
            inputs.put("grade", grade(of(lecturer, period)));
            inputs.put("ratingRank", rank(rated, lecturer));
            inputs.put("reuseRank", rank(reused, lecturer));
            inputs.put("raters", of(lecturer, period).raters());
            inputs.put("region", "CN");
            DMN.evaluateDecisionTable(table, inputs)
                    .forEach(row -> due.put(
                            lecturer + "/" + row.getEntry("kind"),
                            new Due(
                                    new BigDecimal(row.getEntry("amount").toString()),
                                    row.getEntry("currency").toString())));
        }
        return due;
    }

    /** 0.2 · 100 for two shares, 0.4 · 10 · mark, 0.3 · 100 where it was reused, 0.1 · 100 for both in time. */
    private static String grade(Fact fact) {
        int score = 30 + 4 * fact.mark() + (fact.reused() ? 30 : 0);
        if (score >= 85) {
            return "excellent";
        }
        return score >= 70 ? "good" : score >= 60 ? "pass" : "fail";
    }

    private static Integer rank(List<String> order, String lecturer) {
        return order.contains(lecturer) ? order.indexOf(lecturer) + 1 : null;
    }

    private Fact of(String lecturer, YearMonth period) {
        return facts.get(lecturer + "/" + period);
    }

    private static Instant at(YearMonth period, int day) {
        return period.atDay(day).atTime(6, 0).toInstant(ZoneOffset.UTC);
    }

    private static List<String> tables() {
        try {
            String shipped = Files.readString(Path.of("dmn", "lecturer-reward.dmn"));
            int bonus = shipped.indexOf("<rule id=\"lecturer-rewardRule4\"");
            String rule = shipped.substring(bonus, shipped.indexOf("</rule>", bonus) + "</rule>".length());
            return List.of(
                    shipped,
                    shipped.replace("<text>800</text>", "<text>1600</text>"),
                    shipped.replaceFirst("<text>1000</text>", "<text>300</text>")
                            .replaceFirst("\"CNY\"", "\"USD\""),
                    shipped.replace(
                            rule,
                            rule
                                    + rule.replace("Rule4", "Rule40")
                                            .replace("excellence-bonus", "book-prize")
                                            .replace("<text>1000</text>", "<text>90</text>")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
