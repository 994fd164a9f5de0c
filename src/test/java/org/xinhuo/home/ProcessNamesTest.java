package org.xinhuo.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The names of the processes in both languages, held against the models. */
class ProcessNamesTest {

    private static final Pattern NAME = Pattern.compile("<bpmn:process id=\"([^\"]+)\" name=\"([^\"]+)\"");

    @Test
    void everyProcessHasAName() throws IOException {
        assertThat(models().map(ProcessNamesTest::id)).containsExactlyInAnyOrderElementsOf(ProcessNamesApi.PROCESSES);
    }

    @TestFactory
    Stream<DynamicTest> theChineseNameIsThatOfTheModel() throws IOException {
        Properties chinese = texts("process_zh_CN.properties");
        Properties english = texts("process.properties");
        return models().map(model -> DynamicTest.dynamicTest(id(model), () -> {
            Matcher name = NAME.matcher(Files.readString(model));
            assertThat(name.find()).isTrue();
            assertThat(chinese.getProperty("process." + name.group(1))).isEqualTo(name.group(2));
            assertThat(english.getProperty("process." + name.group(1))).matches("[A-Z][A-Za-z -]+");
        }));
    }

    private static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            List<Path> models = files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
            return models.stream();
        }
    }

    private static String id(Path model) {
        return model.getFileName().toString().replace(".bpmn", "");
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Path.of("src/main/resources/messages", file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
