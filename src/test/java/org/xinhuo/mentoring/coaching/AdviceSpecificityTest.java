package org.xinhuo.mentoring.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdviceSpecificityTest {

    private static final List<String> MODEL = List.of("客户访谈", "数据分析能力", "Selling", "Public speaking skills");

    /** What is there: S step, F figure, D date, C competency. */
    private static String found(String advice) {
        AdviceSpecificity specificity = AdviceSpecificity.of(advice, MODEL);
        return (specificity.step() ? "S" : "")
                + (specificity.figure() ? "F" : "")
                + (specificity.date() ? "D" : "")
                + (specificity.competency() ? "C" : "");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "多沟通，继续努力，注意细节 | ''",
                "你要加强沟通，提高效率 | ''",
                "相信自己，一定可以的 | ''",
                "客户访谈还要多下功夫 | C",
                "列出最不敢打电话的三个客户 | SF",
                "下周三前把客户访谈提纲写好，访谈五位老客户 | SFDC",
                "每周写一份复盘 | SFD",
                "第一步先听，第二步再问 | S",
                "1. 听完再说 | S",
                "一、先听 | S",
                "上周做得不错 | ''",
                "把转化率提高百分之二十 | F",
                "准备十分钟的演示 | SF",
                "月底前整理完 | SD",
                "３月５日之前交 | D",
                "2026-03-05 再看 | D",
                "三天内给我答复 | D",
                "两周之后再说 | D",
                "下次见面前想一想 | D",
                "数据分析上多花心思 | C",
                "说一下你的想法，一起商量 | ''",
                "第一次见客户别紧张 | ''",
                "业绩提升两成 | F",
                "星期五和销售部的同事聊聊 | D",
                "约客户谈半小时 | SF"
            })
    void chineseAdviceIsReadAsAMentorWouldReadIt(String advice, String expected) {
        assertThat(found(advice)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Communicate more and pay attention to details | ''",
                "Keep it up, you are doing well | ''",
                "Try harder at selling | C",
                "Call three clients by Friday and note their objections | SFD",
                "List five objections to your selling pitch before our next talk | SFDC",
                "Practise your opening twice | SF",
                "In practice it is all about trust | ''",
                "Step 1: listen. Step 2: ask | S",
                "1. Be braver | S",
                "Within two weeks you should feel it | D",
                "Raise the rate by 20% | F",
                "Meet her on March 5 | SD",
                "You may march on | ''",
                "Last week went well | ''",
                "Spend half an hour on it every day | FD",
                "Rehearse the public speaking part | SC",
                "One of them will come | ''",
                "The salesman sells sellings | ''",
                "Send me a draft by the end of the month | SD"
            })
    void englishAdviceIsReadAsAMentorWouldReadIt(String advice, String expected) {
        assertThat(found(advice)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\0", "。。。", "🙂"})
    void nothingSaidIsNothingSpecific(String advice) {
        assertThat(AdviceSpecificity.of(advice, MODEL).score()).isZero();
        assertThat(AdviceSpecificity.of(advice, MODEL).lacking()).containsExactly(AdviceSpecificity.Part.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"能力", "skills", "c++", "(.*", " "})
    void oddNamesOfCompetenciesAreTakenAsTheyAre(String competency) {
        assertThat(AdviceSpecificity.of("nothing of the kind", List.of(competency))
                        .competency())
                .isFalse();
    }

    @Property
    void theScoreIsFourLessWhatIsLacking(@ForAll("advice") String advice) {
        AdviceSpecificity specificity = AdviceSpecificity.of(advice, MODEL);
        assertThat(specificity.score()).isBetween(0, 4);
        assertThat(specificity.lacking()).hasSize(4 - specificity.score());
    }

    @Property
    void moreSaidIsNeverLessSpecific(@ForAll("advice") String one, @ForAll("advice") String other) {
        AdviceSpecificity alone = AdviceSpecificity.of(one, MODEL);
        AdviceSpecificity both = AdviceSpecificity.of(one + "\n" + other, MODEL);
        for (AdviceSpecificity.Part part : AdviceSpecificity.Part.values()) {
            assertThat(both.has(part) || !alone.has(part))
                    .as(part + " in " + one)
                    .isTrue();
        }
    }

    @Property
    void widthAndCapitalsOfLettersDoNotMatter(@ForAll("advice") String advice) {
        String wide = advice.chars()
                .mapToObj(letter -> Character.toString(letter > ' ' && letter < 127 ? letter + 0xFEE0 : letter))
                .collect(Collectors.joining());
        assertThat(AdviceSpecificity.of(wide, MODEL)).isEqualTo(AdviceSpecificity.of(advice, MODEL));
        assertThat(AdviceSpecificity.of(advice.toUpperCase(java.util.Locale.ROOT), MODEL))
                .isEqualTo(AdviceSpecificity.of(advice, MODEL));
    }

    @Property
    void everythingNamedIsFour(@ForAll("advice") String before) {
        String advice = before + "\n下周三前列出三个客户访谈问题";
        assertThat(AdviceSpecificity.of(advice, MODEL).score()).isEqualTo(4);
    }

    @Provide
    Arbitrary<String> advice() {
        Arbitrary<String> words = Arbitraries.of(Arrays.asList(
                "列出",
                "多沟通",
                "三个",
                "客户",
                "下周三",
                "客户访谈",
                "Selling",
                "call",
                "two",
                "by Friday",
                "第一步",
                "努力",
                "，",
                "。",
                "1.",
                "50%",
                "in practice",
                "3月5日",
                "review",
                "and"));
        return Arbitraries.oneOf(
                words.list().ofMaxSize(8).map(list -> String.join(" ", list)),
                words.list().ofMaxSize(8).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(40));
    }
}
