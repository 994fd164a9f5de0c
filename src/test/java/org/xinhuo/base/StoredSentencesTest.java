package org.xinhuo.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What was stored with the arguments that its sentence had then is readable for ever. */
class StoredSentencesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");

    private final Texts texts = new Texts(messages());

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(bundles().stream()
                .map(file -> "messages/" + file.getFileName().toString().replace(".properties", ""))
                .toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    @Test
    void aNoticeOfAdviceReadsWithTheArgumentsOfEachVersionOfItsSentence() {
        assertThat(texts.stored(Locale.ENGLISH, "coaching.notice.advice", "Mei", "Give it {8} hours."))
                .isEqualTo("The evaluation of Mei has this advice for you: Give it {8} hours.");
        assertThat(texts.stored(Locale.ENGLISH, "coaching.notice.advice", "Mei", "Give it more time.", 1, 1, 0, 1, 0))
                .isEqualTo("The evaluation of Mei has this advice for you: Give it more time."
                        + " What most of your own advice did not name: [a step to take] [a date]");
        assertThat(texts.stored(
                        Locale.SIMPLIFIED_CHINESE, "coaching.notice.advice", "小梅", "多花时间。", 0, 0, 0, 0, 0, 1, "演讲"))
                .isEqualTo("小梅 的评估给您的建议：多花时间。进步最慢的能力：演讲。");
    }

    @Test
    void aMissingValueIsADash() {
        assertThat(texts.stored(Locale.ENGLISH, "mentoring.duty.dueSoon.deep-guidance", "Mei", "Dec 5", "Deals 4"))
                .isEqualTo("Please do the deep guidance for Mei by Dec 5. Latest work metrics: Deals 4. Levels: –.");
        assertThat(texts.stored(Locale.ENGLISH, "mentoring.log.growth", "Selling 1 → 2", "67%", "50%"))
                .isEqualTo("Growth: Selling 1 → 2; improvement 67%, gap closed 50%, work metrics –");
    }

    /** Whatever sentence gets another argument next, and however it takes it. */
    @Test
    void noSentenceShowsAnArgumentThatIsMissing() throws IOException {
        SoftAssertions rule = new SoftAssertions();
        for (Path bundle : bundles()) {
            Properties sentences = new Properties();
            try (Reader reader = Files.newBufferedReader(bundle)) {
                sentences.load(reader);
            }
            for (String code : sentences.stringPropertyNames()) {
                for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                    rule.assertThat(texts.stored(locale, code)).as(code).doesNotContainPattern("\\{\\d+}");
                }
            }
        }
        rule.assertAll();
    }

    private static List<Path> bundles() {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.filter(file -> file.toString().endsWith(".properties")
                            && !file.toString().endsWith("_zh_CN.properties"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
