package org.xinhuo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped table names the ranks 1, 2 and 3. */
class AlikeInputsTest {

    private static final String SECOND = "<text>2</text>";

    @Test
    void numbersBeyondAllThatTheTableNamesAreAlikeAndOthersAreNot() throws IOException {
        AlikeInputs alike = of(table());
        assertThat(rank(alike, 4)).isEqualTo(4);
        assertThat(rank(alike, 5)).isEqualTo(4);
        assertThat(rank(alike, 2_000)).isEqualTo(4);
        for (int named = 1; named <= 3; named++) {
            assertThat(rank(alike, named)).isEqualTo(named);
        }
        Map<String, Object> none = new HashMap<>();
        none.put("ratingRank", null);
        none.put("grade", "good");
        assertThat(alike.of(none)).isEqualTo(none);
    }

    /** What the owner may write in the place of the second rank, and where ranks begin to be alike then. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            &lt;= 10        | 11
            [2..20]         | 21
            ]2..20[         | 21
            7.5             | 8
            2, 40           | 41
            -               | 4
            """)
    void comparisonsWithNumbersAreUnderstood(String condition, int first) throws IOException {
        AlikeInputs alike = of(table().replaceFirst(SECOND, "<text>" + condition + "</text>"));
        assertThat(rank(alike, 500)).isEqualTo(first);
        assertThat(rank(alike, first - 1)).isEqualTo(first - 1);
    }

    /** Calculations, other variables, and the rank in another column: every rank stays its own question. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <text>2</text>          | <text>&lt; raters</text>
            <text>2</text>          | <text>2 * 3</text>
            <text>2</text>          | <text>not(2)</text>
            <text>800</text>        | <text>ratingRank * 10</text>
            <text>raters</text>     | <text>raters + ratingRank</text>
            """)
    void whereMoreIsCalculatedNothingIsKnown(String from, String to) throws IOException {
        assertThat(table()).contains(from);
        assertThat(rank(of(table().replace(from, to)), 500)).isEqualTo(500);
    }

    private static Object rank(AlikeInputs alike, int rank) {
        return alike.of(Map.of("grade", "good", "ratingRank", rank)).get("ratingRank");
    }

    private static String table() throws IOException {
        return Files.readString(Path.of("dmn", "lecturer-reward.dmn"));
    }

    private static AlikeInputs of(String table) {
        return AlikeInputs.of(DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
                .buildEngine()
                .parseDecision("lecturer-reward", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8))));
    }
}
