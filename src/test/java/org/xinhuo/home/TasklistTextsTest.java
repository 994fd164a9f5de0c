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

    /** What our scripts look for on a page is there as they look for it. */
    @Test
    void theScriptsFollowThePageOfThisTasklist() throws IOException {
        assertThat(file("lib/deps.js")).containsPattern("children:\\[\\w+\\+1,\" of \",\\w+\\.length\\]");
        assertThat(file("app/tasklist/scripts/forms.js")).contains("[/^ of $/, ' / ']");
        assertThat(file("app/tasklist/camunda-tasklist-bootstrap.js"))
                .contains(
                        "class=\"notifications\"",
                        "class=\"message\" ng-bind-html=\"trustHTML(notification.message)\"");
        assertThat(file("app/tasklist/scripts/languages.js")).contains("'.notifications .message a'");
    }

    /** Tasklist puts a colon behind it. */
    @Test
    void noFullStopStandsBeforeTheColonOfAFailedStart() throws IOException {
        assertThat(texts("zh-CN").get("PROCESS_START_ERROR")).isEqualTo("流程未能启动");
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
        String json = file("app/tasklist/locales/" + language + ".json").replace("\uFEFF", "");
        ObjectMapper mapper = new ObjectMapper();
        JsonNode labels = mapper.readTree(json).get("labels");
        return mapper.convertValue(
                labels, mapper.getTypeFactory().constructMapType(Map.class, String.class, String.class));
    }

    private static String file(String path) throws IOException {
        try (InputStream file =
                TasklistTextsTest.class.getResourceAsStream("/META-INF/resources/webjars/camunda/" + path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
