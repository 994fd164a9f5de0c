package org.xinhuo.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormLanguageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final FormLanguage CHINESE = new FormLanguage(true);
    private static final FormLanguage ENGLISH = new FormLanguage(false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            主题 / Topic                                       | 主题                     | Topic
            4 满意 / satisfied                                 | 4 满意                   | 4 satisfied
            地点或链接 / Place or link                         | 地点或链接               | Place or link
            留空即为本人；其他人不行。 / Empty: yourself.      | 留空即为本人；其他人不行。 | Empty: yourself.
            系统会说明还缺什么。/ You are told.                | 系统会说明还缺什么。     | You are told.
            客户/渠道                                          | 客户/渠道                | 客户/渠道
            王志远 / 梅晓雪 A                                  | 王志远 / 梅晓雪 A        | 王志远 / 梅晓雪 A
            """)
    void aLabelIsLeftInOneLanguage(String both, String chinese, String english) {
        assertThat(CHINESE.label(both)).isEqualTo(chinese);
        assertThat(ENGLISH.label(both)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ## 选择导师 / Choose a mentor                      | ## 选择导师               | ## Choose a mentor
            部门 / Department: {{department}}                  | 部门：{{department}}      | Department: {{department}}
            导师 / Mentor: **{{name}}** · {{job}}              | 导师：**{{name}}** · {{job}} | Mentor: **{{name}}** · {{job}}
            学员 / Mentee: **{{mentee}}**（{{job}}，{{room}}） | 学员：**{{mentee}}**（{{job}}，{{room}}） | Mentee: **{{mentee}}**（{{job}}，{{room}}）
            月份 / Month: {{a}} · 奖励 / Reward: {{b}}         | 月份：{{a}} · 奖励：{{b}} | Month: {{a}} · Reward: {{b}}
            **学员的需求 / What the mentee needs**             | **学员的需求**            | **What the mentee needs**
            **修改意见 / Request for changes**（{{by}}）       | **修改意见**（{{by}}）    | **Request for changes**（{{by}}）
            第 {{v}} 版 / Version {{v}} · 至 {{d}} / until {{d}} | 第 {{v}} 版 · 至 {{d}}  | Version {{v}} · until {{d}}
            学员已同意这一版。 / The mentee agrees.            | 学员已同意这一版。        | The mentee agrees.
            **{{a}}** 建议您： / **{{a}}** suggests:           | **{{a}}** 建议您：        | **{{a}}** suggests:
            {{words}}                                          | {{words}}                 | {{words}}
            """)
    void aLineIsLeftInOneLanguage(String both, String chinese, String english) {
        assertThat(CHINESE.text(both)).isEqualTo(chinese);
        assertThat(ENGLISH.text(both)).isEqualTo(english);
    }

    @Test
    void ofTwoParagraphsThatSayTheSameOneIsLeft() {
        String both = "## 发起 / Start\n\n留空即可。\n\nLeave it empty, {{name}}.\n\n{{more}}";

        assertThat(CHINESE.text(both)).isEqualTo("## 发起\n\n留空即可。\n\n{{more}}");
        assertThat(ENGLISH.text(both)).isEqualTo("## Start\n\nLeave it empty, {{name}}.\n\n{{more}}");
    }

    @Test
    void whatAFormProposesIsInTheReadersLanguage() throws IOException {
        JsonNode form = JSON.readTree("{\"components\":[{\"defaultValue\":\"部门经理 / Department manager\"}]}");
        ENGLISH.leaveIn(form);

        assertThat(form.at("/components/0/defaultValue").asText()).isEqualTo("Department manager");
    }

    @Test
    void whatAModelSaysInOneLanguageAloneStays() {
        String chinese = "请先阅读。\n\n{{text}}\n\n- {{this}}";

        assertThat(ENGLISH.text(chinese)).isEqualTo(chinese);
    }

    /** Nothing of a form of ours is left in the other language. */
    @TestFactory
    Stream<DynamicTest> everyFormSpeaksOneLanguageToItsReader() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn", "forms"))) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        assertThat(said(file, CHINESE)).noneMatch(text -> text.matches("(?s).*\\s/\\s.*"));
                        assertThat(said(file, ENGLISH))
                                .noneMatch(text -> text.replaceAll("\\{\\{.*?}}", "")
                                        .codePoints()
                                        .anyMatch(point ->
                                                Character.isIdeographic(point) || "（），。：；“”".indexOf(point) >= 0));
                    }));
        }
    }

    private static List<String> said(Path file, FormLanguage language) throws IOException {
        JsonNode form = JSON.readTree(file.toFile());
        language.leaveIn(form);
        List<String> said = new ArrayList<>();
        collect(form, said);
        assertThat(said).isNotEmpty();
        return said;
    }

    private static void collect(JsonNode part, List<String> said) {
        if (part instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(property -> Set.of("label", "text", "description", "dateLabel", "timeLabel")
                            .contains(property.getKey()))
                    .forEach(property -> said.add(property.getValue().asText()));
        }
        part.forEach(inner -> collect(inner, said));
    }
}
