package org.xinhuo.mentoring.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.OpenMentorship;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** What a question finds in PostgreSQL, in which order, and what is marked. */
@XinhuoTest
class LogSearchTest {

    private static final String KEY = StageStory.KEY;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CoachingLog log;

    @Autowired
    private LogEntries entries;

    @Autowired
    private TestCompany company;

    @BeforeEach
    void aPair() {
        new StageStory(context).pair();
    }

    private long written(String text) {
        return log.record(NewEntry.of(KEY, LogKind.MESSAGE, "mei", text));
    }

    private List<String> found(String question) {
        return page(question).entries().stream().map(LogEntry::text).toList();
    }

    private LogEntries.Page page(String question) {
        return page(question, null, 100);
    }

    private LogEntries.Page page(String question, String cursor, int limit) {
        return entries.page(
                KEY, new LogFilter(question, Set.of(), null, null, null, null), Instant.EPOCH, cursor, limit);
    }

    private String marked(String question) {
        return page(question).entries().get(0).fragments().get(0).html();
    }

    @Test
    void aWordInsideALongerOneIsFoundAndMarked() {
        written("本月的客户复购率提高了 3 个点");
        written("复习产品知识");
        assertThat(found("复购")).containsExactly("本月的客户复购率提高了 3 个点");
        assertThat(marked("复购")).isEqualTo("本月的客户<mark>复购</mark>率提高了 3 个点");
        assertThat(found("户复")).hasSize(1);
        assertThat(found("率")).hasSize(1);
        assertThat(found("购复")).isEmpty();
    }

    /** Levels, people and titles stand in the headline and are looked for like every other word. */
    @Test
    void whatAHeadlineNamesIsFoundToo() {
        log.record(
                NewEntry.of(KEY, LogKind.EVALUATION, "wang", "多练开场").headline("mentoring.log.evaluation", "客户洞察 3.5"));
        log.record(NewEntry.of(KEY, LogKind.RECOMMENDATION, "wang", "谈谈定价")
                .headline("mentoring.log.recommendation.connection", "王五", "Finance"));
        assertThat(found("洞察")).containsExactly("多练开场");
        assertThat(found("王五")).containsExactly("谈谈定价");
        assertThat(found("finance")).containsExactly("谈谈定价");
        assertThat(marked("开场")).isEqualTo("多练<mark>开场</mark>");
        // What ends one does not run on into the other.
        assertThat(found("场客")).isEmpty();
    }

    @Test
    void aLongTextDoesNotHideItsHeadline() {
        log.record(NewEntry.of(KEY, LogKind.SUGGESTION, "wang", "字".repeat(LogWords.SEARCHED))
                .headline("mentoring.progress.log.suggested", "整理名单"));
        assertThat(found("名单")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "coach, I enjoyed coaching her, I enjoyed <mark>coaching</mark> her",
        "ＣＲＭ, 用crm跟进客户, 用<mark>crm</mark>跟进客户",
        "crm 客户, 用ＣＲＭ跟进客户, 用<mark>ＣＲＭ</mark>跟进<mark>客户</mark>",
        "30%, 提高 30％ 以上, 提高 <mark>30</mark>％ 以上",
        "客户问题, 问题不在客户, <mark>问题</mark>不在<mark>客户</mark>",
        "👍, 好👍！, 好<mark>👍</mark>！",
        "&lt, a &lt b, a &amp;<mark>lt</mark> b"
    })
    void aQuestionFindsATextAndMarksIt(String question, String text, String html) {
        written(text);
        assertThat(found(question)).containsExactly(text);
        assertThat(marked(question)).isEqualTo(html);
    }

    @Test
    void whatIsMarkedCannotBreakThePage() {
        written("<script>alert('复购')</script> & \"more\"");
        assertThat(marked("复购"))
                .isEqualTo("&lt;script&gt;alert(&#39;<mark>复购</mark>&#39;)&lt;/script&gt; &amp; &quot;more&quot;");
    }

    /** 复购 as a word of its own before 复购 across two words: 恢复 | 购买. */
    @Test
    void theDictionarysWordAndTheWholePhraseComeFirst() {
        written("系统恢复购买功能");
        written("客户复购率");
        assertThat(found("复购")).containsExactly("客户复购率", "系统恢复购买功能");
        written("问题：客户说贵");
        written("客户的问题要当场答");
        assertThat(found("客户的问题").get(0)).isEqualTo("客户的问题要当场答");
        assertThat(found("客户的问题")).hasSize(2);
    }

    @Test
    void pagesOfASearchNeitherRepeatNorSkip() {
        for (int index = 0; index < 25; index++) {
            written("复购 " + index + " 复购".repeat(index % 3));
        }
        java.util.ArrayList<String> all = new java.util.ArrayList<>();
        String cursor = null;
        do {
            LogEntries.Page page = page("复购", cursor, 10);
            page.entries().forEach(entry -> all.add(entry.text()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(all).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void pagesOfTheStreamGoFromTheNewestToTheOldest() {
        for (int index = 0; index < 5; index++) {
            written("n" + index);
        }
        LogEntries.Page first = page(null, null, 3);
        assertThat(first.entries()).extracting(LogEntry::text).containsExactly("n4", "n3", "n2");
        assertThat(page(null, first.next(), 3).entries())
                .extracting(LogEntry::text)
                .containsExactly("n1", "n0");
        assertThat(page(null, first.next(), 3).next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nonsense", "%%%", "YXxi", "fA", "MjAyNi0wMS0wMVQwMDowMDowMFp8OTk5OTk5OTk5OTk5OTk5OTk5OTk5"})
    void aCursorOfNobodyIsRefused(String cursor) {
        assertThatThrownBy(() -> page(null, cursor, 3)).isInstanceOf(Refusal.class);
    }

    @Test
    void whatAnotherPairWroteIsNotFound() {
        company.employee("anna");
        context.getBean(OpenMentorship.class).open("mentorship-2", "anna", null);
        log.record(NewEntry.of("mentorship-2", LogKind.MESSAGE, "anna", "复购"));
        assertThat(found("复购")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!!",
                "&",
                "| <-> !",
                "'",
                "\\",
                "a' | 'b",
                "~mentorship-1",
                ":*",
                "()",
                "\u0000",
                "\ud83d",
                " ，。"
            })
    void anOddQuestionFindsNothingAndBreaksNothing(String question) {
        written("复购");
        assertThat(found(question)).isEmpty();
    }

    @Test
    void aTextOfSixtyFourThousandCharactersIsStoredAndFound() {
        StringBuilder text = new StringBuilder();
        Random random = new Random(7);
        for (int index = 0; index < 65_536; index++) {
            text.append((char) (0x4e00 + random.nextInt(20_000)));
        }
        written(text.toString());
        assertThat(found(text.substring(1_000, 1_002))).hasSize(1);
        assertThat(found(text.substring(39_000, 39_002))).hasSize(1);
        written("x".repeat(65_536));
        written("a ".repeat(32_768));
        assertThat(found("a")).hasSize(1);
    }

    @Test
    void everyTwoCharactersOfARandomTextAreFound() {
        Random random = new Random(11);
        for (int text = 0; text < 20; text++) {
            StringBuilder characters = new StringBuilder();
            for (int index = 0; index < 30; index++) {
                characters.appendCodePoint(
                        random.nextInt(8) == 0 ? 0x20000 + random.nextInt(40_000) : 0x4e00 + random.nextInt(20_000));
            }
            long id = written(characters.toString());
            int[] points = characters.codePoints().toArray();
            for (int index = 0; index + 1 < points.length; index++) {
                assertThat(page(new String(points, index, 2)).entries())
                        .extracting(LogEntry::id)
                        .contains(id);
            }
        }
    }

    @Test
    void aTooLongQuestionIsRefused() {
        assertThatThrownBy(() -> found("复".repeat(201))).isInstanceOf(Refusal.class);
        assertThat(found("复".repeat(200))).isEmpty();
    }

    @Test
    void ofALongTextThePiecesAroundTheWordsAreShown() {
        written("开头。" + "天气很好。".repeat(60) + "客户复购率提高了。" + "天气很好。".repeat(60) + "再看复购。");
        List<Highlights.Fragment> fragments = page("复购").entries().get(0).fragments();
        assertThat(fragments).hasSize(2);
        assertThat(fragments.get(0).html())
                .startsWith("…")
                .endsWith("…")
                .contains("客户<mark>复购</mark>率")
                .hasSizeLessThan(140);
        assertThat(fragments.get(1).html()).endsWith("再看<mark>复购</mark>。");
    }

    @Test
    void theSameFactIsToldOnce() {
        long first =
                log.record(NewEntry.of(KEY, LogKind.FILE, "wang", "话术.docx").source("f-1"));
        assertThat(log.record(NewEntry.of(KEY, LogKind.FILE, "wang", "话术.docx").source("f-1")))
                .isEqualTo(first);
        assertThat(page(null).entries()).hasSize(1);
    }
}
