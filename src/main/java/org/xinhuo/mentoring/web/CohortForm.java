package org.xinhuo.mentoring.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.matching.TrialWeights;

/**
 * What HR wrote on the page of cohorts, to be shown again as it was.
 *
 * @param ids pasted, with anything between them that is no part of an id
 * @param weights five fields a row: expertise, experience, style, rating, exposure factor
 */
record CohortForm(String name, String ids, String department, String job, List<List<String>> weights) {

    static final int ROWS = 3;
    private static final List<String> FIELDS = List.of("expertise", "experience", "style", "rating", "exposureFactor");

    static CohortForm empty() {
        return new CohortForm(
                "",
                "",
                "",
                "",
                List.of(
                        List.of("0.7", "0.1", "0.1", "0.1", "3"),
                        List.of("0.5", "0.2", "0.15", "0.15", "1.5"),
                        List.of("", "", "", "", "")));
    }

    static CohortForm of(Map<?, ?> fields) {
        List<List<String>> weights = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            int one = row;
            weights.add(FIELDS.stream().map(field -> text(fields, field + one)).toList());
        }
        return new CohortForm(
                text(fields, "name"), text(fields, "ids"), text(fields, "department"), text(fields, "job"), weights);
    }

    private static String text(Map<?, ?> fields, String name) {
        Object given = fields.get(name);
        return given == null ? "" : given.toString().strip();
    }

    /** Split at blanks, line ends and punctuation of both languages. */
    List<String> pasted() {
        return Arrays.stream(ids.split("[\\s,;，；、]+"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** The rows that are filled in, in part or whole. @throws Refusal where something is no number */
    List<@Nullable TrialWeights> trials() {
        List<@Nullable TrialWeights> trials = new ArrayList<>();
        for (int row = 0; row < weights.size(); row++) {
            List<String> fields = weights.get(row);
            if (fields.stream().allMatch(String::isEmpty)) {
                continue;
            }
            int number = row + 1;
            List<@Nullable BigDecimal> values = Stream.iterate(0, i -> i + 1)
                    .limit(FIELDS.size())
                    .map(i -> number(fields.get(i), "weights[" + number + "]." + FIELDS.get(i)))
                    .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
            trials.add(new TrialWeights(values.get(0), values.get(1), values.get(2), values.get(3), values.get(4)));
        }
        return trials;
    }

    private static @Nullable BigDecimal number(String text, String field) {
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,4}([.,]\\d{1,6})?")) {
            throw Refusal.invalid(field, "cohort.weightOutOfRange", field);
        }
        return new BigDecimal(text.replace(',', '.'));
    }
}
