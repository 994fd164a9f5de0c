package org.xinhuo.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.jspecify.annotations.Nullable;

/**
 * Which whole numbers a decision table cannot tell apart. A column that is nothing but one variable, compared with
 * plain numbers only, treats all numbers beyond the largest of these alike. Where a column is anything more, or the
 * variable stands anywhere else in the table, nothing is known and every number stays what it is.
 */
final class AlikeInputs {

    private static final String NUMBER = "-?\\d+(\\.\\d+)?";

    /** One comparison with a number, an interval between two, or nothing at all. */
    private static final Pattern PLAIN = Pattern.compile("\\s*(-|null|((<|<=|>|>=)\\s*)?" + NUMBER + "|[\\[\\](]\\s*"
            + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*[\\])\\[])\\s*");

    private static final Pattern DIGITS = Pattern.compile("\\d+(\\.\\d+)?");

    /** By variable: from this number on all are alike. */
    private final Map<String, Integer> from;

    private AlikeInputs(Map<String, Integer> from) {
        this.from = from;
    }

    static AlikeInputs of(DmnDecision decision) {
        Map<String, Integer> from = new HashMap<>();
        if (decision.getDecisionLogic() instanceof DmnDecisionTableImpl table
                && decision.getRequiredDecisions().isEmpty()) {
            for (int column = 0; column < table.getInputs().size(); column++) {
                String variable = text(table.getInputs().get(column).getExpression());
                Integer beyond = beyond(table, column);
                if (beyond != null && !variable.isBlank() && !standsElsewhere(table, column, variable)) {
                    from.put(variable, beyond);
                }
            }
        }
        return new AlikeInputs(from);
    }

    Map<String, ?> of(Map<String, ?> inputs) {
        Map<String, @Nullable Object> alike = new LinkedHashMap<>(inputs);
        from.forEach((variable, beyond) -> {
            if (alike.get(variable) instanceof Integer number && number > beyond) {
                alike.put(variable, beyond);
            }
        });
        return alike;
    }

    /** The first number beyond all that a column names; null where it does more than compare. */
    private static @Nullable Integer beyond(DmnDecisionTableImpl table, int column) {
        BigDecimal largest = BigDecimal.ZERO;
        for (DmnDecisionTableRuleImpl rule : table.getRules()) {
            String condition = text(rule.getConditions().get(column));
            if (condition.isBlank()) {
                continue;
            }
            for (String test : condition.split(",", -1)) {
                if (!PLAIN.matcher(test).matches()) {
                    return null;
                }
            }
            Matcher number = DIGITS.matcher(condition);
            while (number.find()) {
                largest = largest.max(new BigDecimal(number.group()));
            }
        }
        BigDecimal beyond = largest.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
        return beyond.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0 ? null : beyond.intValueExact();
    }

    private static boolean standsElsewhere(DmnDecisionTableImpl table, int column, String variable) {
        List<String> others = new ArrayList<>();
        for (int other = 0; other < table.getInputs().size(); other++) {
            if (other != column) {
                DmnDecisionTableInputImpl input = table.getInputs().get(other);
                others.add(text(input.getExpression()));
                for (DmnDecisionTableRuleImpl rule : table.getRules()) {
                    others.add(text(rule.getConditions().get(other)));
                }
            }
        }
        table.getRules().forEach(rule -> rule.getConclusions().forEach(conclusion -> others.add(text(conclusion))));
        return others.stream().anyMatch(text -> text.contains(variable));
    }

    private static String text(@Nullable DmnExpressionImpl expression) {
        String text = expression == null ? null : expression.getExpression();
        return text == null ? "" : text.strip();
    }
}
