package org.xinhuo.models;

import java.util.Collection;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules for decision tables: one a file, named as it, kept ten years, and every row says why it is there. */
class DecisionModelsTest {

    @TestFactory
    Stream<DynamicTest> keepsTheHouseRules() {
        return ModelFiles.decisions().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> SoftAssertions.assertSoftly(rule -> {
                            String name = entry.getKey();
                            Collection<Decision> decisions = entry.getValue().getModelElementsByType(Decision.class);
                            rule.assertThat(decisions)
                                    .extracting(Decision::getId)
                                    .containsExactly(name);
                            rule.assertThat(name).matches(ModelFiles.KEBAB);
                            for (Decision decision : decisions) {
                                rule.assertThat(decision.getCamundaHistoryTimeToLiveString())
                                        .as("historyTimeToLive")
                                        .isNotBlank();
                                rule.assertThat(decision.getDescription())
                                        .as("description")
                                        .isNotNull();
                                rule.assertThat(decision.getName()).as("name").isNotBlank();
                            }
                            rule.assertThat(entry.getValue().getModelElementsByType(DecisionTable.class))
                                    .isNotEmpty();
                            for (Rule row : entry.getValue().getModelElementsByType(Rule.class)) {
                                rule.assertThat(
                                                row.getDescription() == null
                                                        ? ""
                                                        : row.getDescription().getTextContent())
                                        .as("description of " + row.getId())
                                        .isNotBlank();
                            }
                            for (Output output : entry.getValue().getModelElementsByType(Output.class)) {
                                rule.assertThat(output.getName()).matches(ModelFiles.CAMEL);
                            }
                            rule.assertThat(ModelFiles.text("dmn", name + ".dmn"))
                                    .as("diagram interchange")
                                    .contains("dmnElementRef=\"" + name + "\"");
                        })));
    }
}
