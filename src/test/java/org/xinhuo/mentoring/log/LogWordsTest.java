package org.xinhuo.mentoring.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How texts and questions are taken apart; that PostgreSQL meets them is {@link LogSearchTest}'s. */
class LogWordsTest {

    private static String indexed(String text) {
        return LogWords.indexed("m", text);
    }

    /** The dictionary says 客户 | 复购 | 率; 户复 straddles two words and weighs less. */
    @Test
    void everyPairOfCharactersIsAWordAndTheDictionarysWeighMore() {
        assertThat(indexed("客户复购率"))
                .contains("'客户':1A", "'户复':2B", "'购率':4B", "'率':5D")
                .startsWith("'~m' ");
        assertThat(LogWords.asked("复购").match()).isEqualTo("'复购'");
    }

    @Test
    void aPairDoesNotReachOverACommaOrASpace() {
        assertThat(indexed("复，购 率")).doesNotContain("'复购'", "'购率'");
        assertThat(indexed("复购\n率")).doesNotContain("'购率'");
    }

    @ParameterizedTest
    @CsvSource({
        "coach, coaching",
        "Coaching, COACHES",
        "customers, customer",
        "ｃｏａｃｈ, coach",
        "１２３, 123",
        "café, CAFÉ",
        "résumé, re\u0301sume\u0301",
        "ﬁnal, final"
    })
    void oneWordFindsTheOther(String question, String text) {
        assertThat(indexed(text)).contains(LogWords.asked(question).match());
    }

    @Test
    void mixedTextIsBothLanguages() {
        assertThat(indexed("用CRM跟进30%的客户")).contains("'crm'", "'跟进'", "'30'", "'客户'");
        assertThat(LogWords.asked("CRM跟进").match()).isEqualTo("'crm' & '跟进'");
    }

    /** 的 stands in half of all entries, and in none that somebody looks for by 客户的问题. */
    @Test
    void aLongQuestionCountsAsItsWordsAndAsWritten() {
        LogWords.Question asked = LogWords.asked("客户的问题");
        assertThat(asked.match()).isEqualTo("'客户' & '问题'");
        assertThat(asked.exact()).isEqualTo("'客户' & '户的' & '的问' & '问题'");
        assertThat(LogWords.asked("率").match()).isEqualTo("'率'");
    }

    @Test
    void whatMeansSomethingToPostgresqlIsAWordOrNothing() {
        assertThat(LogWords.asked("!!! & | <-> ( ) : * '").isEmpty()).isTrue();
        assertThat(LogWords.asked("a'b\\c:*").match()).isEqualTo("'a' & 'b' & 'c'");
        assertThat(LogWords.asked(" \u0000\t").isEmpty()).isTrue();
    }

    @Test
    void emojiAreFoundAndHalvesOfThemDoNoHarm() {
        assertThat(indexed("加油👍🏽！")).contains("'👍'", "'加油'");
        assertThat(indexed("a\ud83dz")).contains("'a'", "'z'");
        assertThat(LogWords.storable("a\ud83d\u0000z")).isEqualTo("a\ufffdz");
        assertThat(LogWords.storable("👍")).isEqualTo("👍");
    }

    @Test
    void aWordIsNeverLongerThanAHundredLetters() {
        assertThat(LogWords.asked("x".repeat(5000)).match()).isEqualTo("'" + "x".repeat(100) + "'");
        assertThat(indexed("x".repeat(5000))).contains("'" + "x".repeat(100) + "'");
    }

    @Property
    void everyTwoCharactersSideBySideAreFound(@ForAll("chinese") String text) {
        List<String> missing = new ArrayList<>();
        String indexed = indexed(text);
        int[] characters = text.codePoints().toArray();
        for (int index = 0; index + 1 < characters.length; index++) {
            String pair = new String(characters, index, 2);
            if (!indexed.contains(LogWords.asked(pair).match() + ":")) {
                missing.add(pair);
            }
        }
        assertThat(missing).isEmpty();
    }

    /** Also where letters, digits and commas stand between. */
    @Property
    void everyRunOfChineseIsFoundInMixedText(@ForAll("mixed") List<String> parts) {
        String indexed = indexed(String.join(" ", parts));
        for (String part : parts) {
            for (String word : LogWords.asked(part).words()) {
                assertThat(indexed).contains("'" + word + "':");
            }
        }
    }

    @Property
    void nothingBreaksIt(@ForAll String text) {
        assertThat(indexed(text)).startsWith("'~m' ");
        LogWords.asked(text);
        LogWords.storable(text);
    }

    @Provide
    Arbitrary<String> chinese() {
        Arbitrary<Integer> common = Arbitraries.integers().between(0x4e00, 0x9fa5);
        Arbitrary<Integer> rare = Arbitraries.integers().between(0x20000, 0x2a6d6);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(9, common), net.jqwik.api.Tuple.of(1, rare))
                .list()
                .ofMinSize(2)
                .ofMaxSize(80)
                .map(list -> list.stream().map(Character::toString).collect(Collectors.joining()));
    }

    @Provide
    Arbitrary<List<String>> mixed() {
        Arbitrary<String> latin =
                Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(12);
        return Combinators.combine(chinese(), latin)
                .as((one, other) -> List.of(one, other, other + one, one + "，" + other))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(lists -> lists.stream().flatMap(List::stream).toList());
    }
}
