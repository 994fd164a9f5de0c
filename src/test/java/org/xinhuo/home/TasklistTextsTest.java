package org.xinhuo.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Our Chinese texts of Tasklist, held against the English ones of the Tasklist that is used. */
class TasklistTextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    @Test
    void everyTextOfTasklistIsThereInChinese() throws IOException {
        Map<String, String> english = texts("en");
        Map<String, String> chinese = texts("zh-CN");

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void everyPlaceholderIsKept() throws IOException {
        Map<String, String> chinese = texts("zh-CN");

        texts("en")
                .forEach((key, text) -> assertThat(placeholders(chinese.get(key)))
                        .as(key)
                        .containsExactlyInAnyOrderElementsOf(placeholders(text)));
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(TasklistTextsTest::compact)
                .toList();
    }

    private static String compact(String placeholder) {
        return placeholder.replaceAll("\\s", "");
    }

    private static Map<String, String> texts(String language) throws IOException {
        String path = "/META-INF/resources/webjars/camunda/app/tasklist/locales/" + language + ".json";
        try (InputStream file = TasklistTextsTest.class.getResourceAsStream(path)) {
            String json = new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
            ObjectMapper mapper = new ObjectMapper();
            JsonNode labels = mapper.readTree(json).get("labels");
            return mapper.convertValue(
                    labels, mapper.getTypeFactory().constructMapType(Map.class, String.class, String.class));
        }
    }
}
