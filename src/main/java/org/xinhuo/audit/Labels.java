package org.xinhuo.audit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What the elements of models are called in the reader's language. Models carry Chinese names (user tasks both, on two
 * lines); their ids are English phrases by rule and so serve as the English names.
 */
@Component
class Labels {

    private final MessageSource messages;

    Labels(MessageSource messages) {
        this.messages = messages;
    }

    String element(String process, String elementId, @Nullable String modelName, Locale locale) {
        String text = messages.getMessage("task." + process + "." + elementId, null, null, locale);
        return text != null ? text : name(elementId, modelName, locale);
    }

    /**
     * Of a process or a decision: the name in the model in Chinese; in English a process has the name that Tasklist
     * shows for it, everything else its id in words.
     */
    String definition(String key, @Nullable String modelName, Locale locale) {
        String text =
                locale.getLanguage().equals("zh") ? null : messages.getMessage("process." + key, null, null, locale);
        return text != null ? text : name(key, modelName, locale);
    }

    /** A name in a model may run over several lines, and may hold both languages. */
    private static String name(String id, @Nullable String modelName, Locale locale) {
        List<String> lines = modelName == null
                ? List.of()
                : modelName.strip().lines().map(String::strip).toList();
        if (locale.getLanguage().equals("zh")) {
            String chinese = lines.stream().filter(Labels::isChinese).collect(Collectors.joining());
            return !chinese.isEmpty() ? chinese : modelName == null || modelName.isBlank() ? id : lines.get(0);
        }
        String english = lines.stream().skip(1).filter(line -> !isChinese(line)).collect(Collectors.joining(" "));
        return english.isEmpty() ? inWords(id) : english;
    }

    private static boolean isChinese(String line) {
        return line.codePoints().anyMatch(Character::isIdeographic);
    }

    private static String inWords(String id) {
        String words = id.replace('-', ' ')
                .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .strip();
        return words.isEmpty() ? id : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
