package org.xinhuo.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules for forms: what form-js of Tasklist 7.24 can do without losing anything, in both languages. */
class FormModelsTest {

    /** Files go through our pages; the others ask for something Tasklist does not have. */
    private static final Set<String> IMPOSSIBLE = Set.of("filepicker", "documentPreview", "button", "iframe");

    @TestFactory
    Stream<DynamicTest> keepsTheHouseRules() {
        return ModelFiles.forms().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> SoftAssertions.assertSoftly(rule -> {
                            rule.assertThat(entry.getKey()).matches(ModelFiles.KEBAB);
                            rule.assertThat(entry.getValue().path("id").asText())
                                    .isEqualTo(entry.getKey());
                            rule.assertThat(entry.getValue()
                                            .path("schemaVersion")
                                            .asInt())
                                    .as("what form-js 1.8 reads")
                                    .isBetween(1, 17);
                            entry.getValue().path("components").forEach(component -> check(component, rule));
                        })));
    }

    /** What was planned at 04:22 is proposed as 04:22: a coarser grid rounds what is prefilled. */
    @Test
    void whenAShareWasHeldIsShownToTheMinute() {
        JsonNode heldAt = ModelFiles.forms()
                .get("report-share")
                .path("components")
                .findParents("dateLabel")
                .get(0);
        assertThat(heldAt.path("timeInterval").asInt()).isEqualTo(1);
    }

    private static void check(JsonNode component, SoftAssertions rule) {
        String type = component.path("type").asText();
        String name = component.path("id").asText();
        rule.assertThat(type).as("type of " + name).isNotIn(IMPOSSIBLE);
        if (type.equals("dynamiclist")) {
            rule.assertThat(component.path("disableCollapse").asBoolean())
                    .as(name + ": a collapsed list loses rows")
                    .isTrue();
            rule.assertThat(component.path("path").asText())
                    .as("path of " + name)
                    .matches(ModelFiles.CAMEL);
        }
        rule.assertThat(component.path("text").asText())
                .as(name + ": a link for both languages at once is cut in half; it needs one each")
                .doesNotContainPattern("\\[[^\\]\\n]*\\s/\\s[^\\]\\n]*]\\(");
        if (component.hasNonNull("key")) {
            rule.assertThat(component.path("key").asText()).as("key of " + name).matches(ModelFiles.CAMEL);
            String label = component.path("label").asText()
                    + component.path("dateLabel").asText();
            rule.assertThat(label).as("label of " + name + " in both languages").contains(" / ");
        }
        component.path("components").forEach(inner -> check(inner, rule));
    }
}
