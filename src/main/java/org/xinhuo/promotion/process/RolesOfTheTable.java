package org.xinhuo.promotion.process;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.promotion.PromotionRoles;

/** Reads them from the column of the target role, so that one which an owner adds is offered without a release. */
@Component
class RolesOfTheTable implements PromotionRoles {

    private static final String TABLE = "promotion-eligibility";

    private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"");

    private final ProcessEngine engine;
    private final HouseRules rules;

    RolesOfTheTable(@Lazy ProcessEngine engine, HouseRules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    @Override
    public List<String> named() {
        return rules.apply(() -> read());
    }

    private List<String> read() {
        RepositoryService repository = engine.getRepositoryService();
        DecisionDefinition latest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(TABLE)
                .latestVersion()
                .singleResult();
        Set<String> names = new LinkedHashSet<>();
        if (latest != null) {
            repository
                    .getDmnModelInstance(latest.getId())
                    .getModelElementsByType(DecisionTable.class)
                    .forEach(table -> read(table, names));
        }
        return List.copyOf(names);
    }

    private static void read(DecisionTable table, Set<String> names) {
        List<Input> inputs = new ArrayList<>(table.getInputs());
        for (int column = 0; column < inputs.size(); column++) {
            if (PromotionModel.TARGET_ROLE.equals(
                    words(inputs.get(column).getInputExpression().getText()))) {
                for (Rule rule : table.getRules()) {
                    InputEntry entry = new ArrayList<>(rule.getInputEntries()).get(column);
                    Matcher name = NAME.matcher(words(entry.getText()));
                    while (name.find()) {
                        names.add(name.group(1));
                    }
                }
            }
        }
    }

    private static String words(@Nullable Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }
}
