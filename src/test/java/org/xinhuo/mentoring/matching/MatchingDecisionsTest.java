package org.xinhuo.mentoring.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingDecisionsTest {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource({
        "false, false,  1, true,   3, true,  ''",
        "false, false,  5, true, 240, true,  ''",
        "true,  false,  1, true,  60, false, samePerson",
        "false, true,   1, true,  60, false, directManager",
        "false, false,  0, true,  60, false, noFreeCapacity",
        "false, false, -1, true,  60, false, noFreeCapacity",
        "false, false,  1, false, 60, false, notActive",
        "false, false,  1, true,   2, false, tenureTooShort",
        "true,  true,   0, false,  0, false, samePerson",
    })
    void eligibility(
            boolean samePerson,
            boolean directManager,
            int freeCapacity,
            boolean active,
            int tenure,
            boolean eligible,
            String reason)
            throws IOException {
        DmnDecisionRuleResult result = decide(
                "mentor-eligibility",
                Map.of(
                        "samePerson", samePerson,
                        "directManager", directManager,
                        "freeCapacity", freeCapacity,
                        "active", active,
                        "tenure", tenure));
        assertThat(result.getEntryMap()).containsEntry("eligible", eligible).containsEntry("reason", reason);
    }

    /** Nothing in a column: nothing is known, and the table is asked without it or with null. */
    @ParameterizedTest
    @CsvSource({
        " 0,  3,   , onLeave",
        " 0,  2,   , ''",
        "14, 90,   , onLeave",
        "15, 90,   , ''",
        "  ,   , 90, leavingSoon",
        "  ,   , 91, ''",
        " 0, 30, 10, leavingSoon",
    })
    void absences(Integer awayIn, Integer awayFor, Integer leavesIn, String reason) throws IOException {
        Map<String, Object> inputs = new HashMap<>(
                Map.of("samePerson", false, "directManager", false, "freeCapacity", 1, "active", true, "tenure", 60));
        inputs.put("awayIn", awayIn);
        inputs.put("awayFor", awayFor);
        inputs.put("leavesIn", leavesIn);
        assertThat(decide("mentor-eligibility", inputs).getEntryMap())
                .containsEntry("eligible", reason.isEmpty())
                .containsEntry("reason", reason);
    }

    /** Standing in takes no place of a mentor; but nobody does it for more than two pairs at once. */
    @ParameterizedTest
    @CsvSource({
        "true,  0, 0, ''",
        "true,  0, 1, ''",
        "true,  5, 1, ''",
        "true,  5, 2, standsInAlready",
        "true,  0, 3, standsInAlready",
        "false, 0, 0, noFreeCapacity",
        "false, 1, 2, ''",
    })
    void standingIn(boolean substitute, int freeCapacity, int standsInFor, String reason) throws IOException {
        Map<String, Object> inputs = new HashMap<>(Map.of(
                "samePerson",
                false,
                "directManager",
                false,
                "freeCapacity",
                freeCapacity,
                "active",
                true,
                "tenure",
                60,
                "substitute",
                substitute,
                "standsInFor",
                standsInFor));
        assertThat(decide("mentor-eligibility", inputs).getEntryMap())
                .containsEntry("eligible", reason.isEmpty())
                .containsEntry("reason", reason);
    }

    @ParameterizedTest
    @CsvSource({"true, Sales", "false, Research"})
    void weights(boolean newcomer, String department) throws IOException {
        assertThat(decide("match-weights", Map.of("newcomer", newcomer, "department", department))
                        .getEntryMap())
                .containsEntry("expertise", 0.5)
                .containsEntry("experience", 0.2)
                .containsEntry("style", 0.15)
                .containsEntry("rating", 0.15)
                .containsEntry("exposureFactor", 3.0);
    }

    private DmnDecisionRuleResult decide(String key, Map<String, Object> inputs) throws IOException {
        try (InputStream table = getClass().getResourceAsStream("/dmn/" + key + ".dmn")) {
            return engine.evaluateDecisionTable(engine.parseDecision(key, table), inputs)
                    .getSingleResult();
        }
    }
}
