package org.xinhuo.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, and nothing that the product says is missing. */
class MessageBundlesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern CODE = Pattern.compile("\"([\\w-]+(?:\\.[\\w-]+)+)\"");
    private static final String CHINESE = "_zh_CN.properties";

    @Test
    void bothLanguagesHaveTheSameKeys() {
        SoftAssertions rule = new SoftAssertions();
        english()
                .forEach((name, texts) ->
                        rule.assertThat(chinese(name).keySet()).as(name).isEqualTo(texts.keySet()));
        rule.assertAll();
    }

    @Test
    void bothLanguagesHaveTheSamePlaceholders() {
        SoftAssertions rule = new SoftAssertions();
        english().forEach((name, texts) -> {
            Map<String, String> chinese = chinese(name);
            texts.forEach((key, text) -> rule.assertThat(placeholders(chinese.getOrDefault(key, "")))
                    .as(name + ": " + key)
                    .isEqualTo(placeholders(text)));
        });
        rule.assertAll();
    }

    @Test
    void everyTextIsAMessageThatLosesNoApostrophe() {
        SoftAssertions rule = new SoftAssertions();
        allBundles()
                .forEach((name, texts) -> texts.forEach((key, text) -> {
                    rule.assertThat(text).as(name + ": " + key).isNotBlank();
                    rule.assertThat(text.replace("''", ""))
                            .as(name + ": " + key)
                            .doesNotContain("'");
                    rule.assertThatCode(() -> new MessageFormat(text))
                            .as(name + ": " + key)
                            .doesNotThrowAnyException();
                }));
        rule.assertAll();
    }

    /** One word and one mark for one thing: titles in quotation marks, a person's 工号, and a percentage without a space. */
    @Test
    void theSameThingIsWrittenAlike() {
        SoftAssertions rule = new SoftAssertions();
        allBundles()
                .forEach((name, texts) -> texts.forEach((key, text) -> rule.assertThat(text)
                        .as(name + ": " + key)
                        .doesNotContain("《", "员工编号")
                        .doesNotContainPattern("[\\d}] %")));
        rule.assertAll();
    }

    /** The bundles are one list to whoever looks a key up: the first one would win. */
    @Test
    void aKeyMeansTheSameInEveryBundle() {
        Map<String, String> known = new HashMap<>();
        SoftAssertions rule = new SoftAssertions();
        allBundles()
                .forEach((name, texts) -> texts.forEach((key, text) -> {
                    String language = name.endsWith(CHINESE) ? "zh-CN " : "en ";
                    String other = known.putIfAbsent(language + key, text);
                    rule.assertThat(other == null ? text : other)
                            .as(key + " in " + name)
                            .isEqualTo(text);
                }));
        rule.assertAll();
    }

    @Test
    void everyBundleIsRead() throws IOException {
        String configuration = Files.readString(Path.of("src/main/resources/application.yml"));
        assertThat(english().keySet())
                .allSatisfy(name -> assertThat(configuration).contains("messages/" + name));
    }

    @Test
    void everySentenceThatTheCodeSaysExists() throws IOException {
        Pattern call = Pattern.compile(
                "(?:Refusal\\s*\\.\\s*(invalid|forbidden|notFound|conflict|tooLarge|unavailable)|\\.\\s*(?:concealing)|"
                        + "\\b[nN]otices\\s*\\.\\s*(tell(?:AtOnce)?)|\\b(?:this\\.)?texts\\s*\\.\\s*(text))\\s*\\(");
        SoftAssertions rule = new SoftAssertions();
        Set<String> known = keys();
        for (Path file : files(Path.of("src/main/java"), ".java")) {
            String source = Files.readString(file);
            Matcher found = call.matcher(source);
            while (found.find()) {
                if (found.group(2) != null && !source.contains("import org.xinhuo.notification.Notices;")) {
                    continue;
                }
                List<String> arguments = arguments(source, found.end());
                int position =
                        found.group(2) != null ? 2 : "invalid".equals(found.group(1)) && arguments.size() > 1 ? 1 : 0;
                if (found.group(3) != null
                        && !arguments.isEmpty()
                        && !arguments.get(0).startsWith("\"")) {
                    position = 1;
                }
                String said = position < arguments.size() ? arguments.get(position) : "";
                boolean refuses = found.group(2) == null && found.group(3) == null;
                // Of a refusal also the codes that a condition chooses between; one that is put together is its
                // author's to test.
                Matcher code = CODE.matcher(
                        refuses && !said.contains("+") || CODE.matcher(said).matches() ? said : "");
                while (code.find()) {
                    rule.assertThat(known.contains(code.group(1)))
                            .as(file.getFileName() + " says " + code.group(1))
                            .isTrue();
                }
            }
        }
        rule.assertAll();
    }

    @Test
    void everySentenceThatAPageSaysExists() throws IOException {
        Path templates = Path.of("src/main/resources/templates");
        if (!Files.isDirectory(templates)) {
            return;
        }
        Pattern message = Pattern.compile("#\\{\\s*([\\w.-]+)\\s*[}(]");
        SoftAssertions rule = new SoftAssertions();
        Set<String> known = keys();
        for (Path file : files(templates, ".html")) {
            Matcher found = message.matcher(Files.readString(file));
            while (found.find()) {
                rule.assertThat(known.contains(found.group(1)))
                        .as(file.getFileName() + " says " + found.group(1))
                        .isTrue();
            }
        }
        rule.assertAll();
    }

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        english().values().forEach(texts -> keys.addAll(texts.keySet()));
        return keys;
    }

    /** Splits a call's arguments at the commas of its own level. */
    private static List<String> arguments(String source, int start) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        boolean text = false;
        StringBuilder argument = new StringBuilder();
        for (int index = start; index < source.length(); index++) {
            char letter = source.charAt(index);
            if (letter == '"' && source.charAt(index - 1) != '\\') {
                text = !text;
            } else if (!text && (letter == '(' || letter == '{' || letter == '[')) {
                depth++;
            } else if (!text && (letter == ')' || letter == '}' || letter == ']')) {
                if (depth-- == 0) {
                    break;
                }
            } else if (!text && letter == ',' && depth == 0) {
                arguments.add(argument.toString().strip());
                argument.setLength(0);
                continue;
            }
            argument.append(letter);
        }
        arguments.add(argument.toString().strip());
        return arguments;
    }

    private static Set<String> placeholders(String text) {
        Set<String> placeholders = new TreeSet<>();
        Matcher found = Pattern.compile("\\{(\\d+)").matcher(text);
        while (found.find()) {
            placeholders.add(found.group(1));
        }
        return placeholders;
    }

    private static Map<String, Map<String, String>> english() {
        Map<String, Map<String, String>> bundles = new TreeMap<>();
        allBundles().forEach((name, texts) -> {
            if (!name.endsWith(CHINESE)) {
                bundles.put(name.replace(".properties", ""), texts);
            }
        });
        return bundles;
    }

    private static Map<String, String> chinese(String name) {
        return allBundles().getOrDefault(name + CHINESE, Map.of());
    }

    private static Map<String, Map<String, String>> allBundles() {
        Map<String, Map<String, String>> bundles = new TreeMap<>();
        try {
            for (Path file : files(BUNDLES, ".properties")) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                Map<String, String> texts = new TreeMap<>();
                properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
                bundles.put(file.getFileName().toString(), texts);
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return bundles;
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
