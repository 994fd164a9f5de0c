package org.xinhuo.home;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form as one reader sees it. The models say both languages, "主题 / Topic"; this leaves one of them in everything
 * that the model itself says: labels, hints, answers, columns, texts and what it proposes. What people typed is put into
 * the form only afterwards, so nothing of theirs is ever touched; and what a process owner drew in one language stays as
 * it is.
 */
final class FormLanguage {

    private static final Set<String> LABELS = Set.of(
            "label",
            "description",
            "dateLabel",
            "timeLabel",
            "placeholder",
            "prefixAdorner",
            "suffixAdorner",
            "defaultValue");

    private static final String HAN = "\\p{IsHan}";

    /** A level or a heading's marks before, Chinese, a slash, and something without Chinese. */
    private static final Pattern PAIR = Pattern.compile("^(?<lead>(?:[#>*-]+\\s*|\\d+\\s+)?)" + "(?<chinese>[^/]*" + HAN
            + "[^/]*?)(?:\\s+/\\s+|(?<=[。！？])\\s*/\\s*)(?<english>.*[A-Za-z].*)$");

    /** Where the words of a pair end and what both languages share begins: "部门 / Department: {{department}}". */
    private static final Pattern SHARED = Pattern.compile("\\s*(?:[:：]|\\*\\*(?!.*\\*\\*[^*]+$)).*$");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}");

    private final boolean chinese;

    FormLanguage(boolean chinese) {
        this.chinese = chinese;
    }

    /** Leaves this language alone in a form and in everything in it. */
    void leaveIn(JsonNode part) {
        if (part instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                if (property.getValue() instanceof TextNode text
                        && !text.textValue().startsWith("=")) {
                    if (LABELS.contains(property.getKey())) {
                        property.setValue(TextNode.valueOf(label(text.textValue())));
                    } else if (property.getKey().equals("text")) {
                        property.setValue(TextNode.valueOf(text(text.textValue())));
                    }
                }
            }
        }
        part.forEach(this::leaveIn);
    }

    /** "4 满意 / satisfied" keeps the 4 in both. */
    String label(String both) {
        Matcher pair = PAIR.matcher(both.strip());
        return pair.matches() && !hasChinese(pair.group("english"))
                ? pair.group("lead") + (chinese ? pair.group("chinese") : pair.group("english"))
                : both;
    }

    /** Markdown: a pair may stand on a line, between dots on a line, or as two paragraphs, one after the other. */
    String text(String both) {
        List<String> left = new ArrayList<>();
        String[] paragraphs = both.split("\\n\\n", -1);
        for (int i = 0; i < paragraphs.length; i++) {
            if (i + 1 < paragraphs.length && isChinese(paragraphs[i]) && isEnglish(paragraphs[i + 1])) {
                left.add(chinese ? paragraphs[i] : paragraphs[i + 1]);
                i++;
            } else {
                left.add(paragraphs[i]
                        .lines()
                        .map(this::line)
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse(""));
            }
        }
        return String.join("\n\n", left);
    }

    private String line(String both) {
        return Pattern.compile(" · ")
                .splitAsStream(both)
                .map(this::piece)
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
    }

    private String piece(String both) {
        Matcher pair = PAIR.matcher(both);
        if (!pair.matches()) {
            return both;
        }
        String inChinese = pair.group("chinese");
        String inEnglish = pair.group("english");
        String shared = "";
        Matcher end = SHARED.matcher(inEnglish);
        boolean bold = pair.group("lead").endsWith("**");
        if (!inChinese.matches(".*([:：].*|[。！？])")
                && end.find()
                && (bold || !end.group().startsWith("*"))) {
            shared = end.group();
            inEnglish = inEnglish.substring(0, end.start());
        }
        if (hasChinese(PLACEHOLDER.matcher(inEnglish).replaceAll(""))) {
            return both;
        }
        if (chinese) {
            return pair.group("lead") + inChinese + shared.replaceFirst("^:\\s*", "：");
        }
        return (bold && inEnglish.startsWith("**") ? "" : pair.group("lead")) + inEnglish + shared;
    }

    private static boolean isChinese(String paragraph) {
        return hasChinese(paragraph)
                && !paragraph.startsWith("#")
                && !PAIR.matcher(paragraph).find();
    }

    private static boolean isEnglish(String paragraph) {
        String words = PLACEHOLDER.matcher(paragraph).replaceAll("");
        return !hasChinese(words) && !words.startsWith("#") && words.matches("(?s).*[A-Za-z].*");
    }

    private static boolean hasChinese(String text) {
        return text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
    }
}
