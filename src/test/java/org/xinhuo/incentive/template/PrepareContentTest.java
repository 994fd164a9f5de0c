package org.xinhuo.incentive.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.content.Wishes;
import org.xinhuo.incentive.conversion.CaseStory;
import org.xinhuo.incentive.conversion.DecideCase;
import org.xinhuo.incentive.conversion.FileCase;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** What a lecturer finds in the form when he begins. */
@XinhuoTest
class PrepareContentTest {

    @Autowired
    TestCompany company;

    @Autowired
    PrepareContent prepare;

    @Autowired
    Outlines outlines;

    @Autowired
    Wishes wishes;

    @Autowired
    FileCase fileCase;

    @Autowired
    DecideCase decide;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    private final Instant now = Instant.now();

    @BeforeEach
    void people() {
        company.employee("wang").lecturer("wang", "default").employee("li").lecturer("li", "default");
        company.write("update lecturer set topics = '访谈;谈判' where employee_id = 'wang'");
        company.employee("han")
                .role("han", "hr")
                .employee("mei")
                .employee("lin")
                .employee("zhou");
        planned("next", "客户访谈入门");
    }

    @Test
    void withoutAnythingElseTheGeneralTemplateIsThere() {
        assertThat(prepare.draft("next").outline()).contains("客户访谈入门", "60").doesNotContain("学员想听");
        assertThat(prepare.draft("next").cases()).contains("背景").doesNotContain("评价高");
    }

    @Test
    void theOutlineOfTheTopicInTheTitleIsPrefilledAndTheOwnLastShareOnItComesFirst() {
        outlines.keep("访谈", "《{title}》{minutes}分钟\r\n一、准备", "案例骨架", 0, "han");
        outlines.keep("谈判", "谈判提纲", null, 0, "han");

        assertThat(prepare.draft("next").outline()).isEqualTo("《客户访谈入门》60分钟\n一、准备");
        assertThat(prepare.draft("next").cases()).isEqualTo("案例骨架");

        held("before", "wang", "访谈技巧", "我的提纲", "我的案例");
        assertThat(prepare.draft("next").outline()).isEqualTo("我的提纲");
        assertThat(prepare.draft("next").cases()).isEqualTo("我的案例");
    }

    @Test
    void wishesAndGoodCasesOfTheTopicArePrefilledAlsoIntoTheFormOfTheTask() {
        company.write("update share set audience = 'mei' where id = 'next'");
        wishes.make("next", "怎么问预算？", "mei");
        held("good", "li", "高效访谈", "x", "银行客户的三次访谈");
        company.rated("good", 9, 9, 10);
        held("hidden", "li", "访谈内幕", "x", "不给外人看的案例");
        company.rated("hidden", 10, 10, 10);
        held("poor", "li", "访谈流水账", "x", "没人爱听的案例");
        company.rated("poor", 3, 4, 5);
        company.write("update share set audience = 'wang；mei' where id in ('good', 'poor')");
        String story =
                fileCase.file("good", CaseStory.of("客户沉默", "换成选择题", "签下订单", BigDecimal.valueOf(12), "万元"), null, "mei");

        assertThat(prepare.draft("next").cases()).as("not confirmed yet").doesNotContain("换成选择题");
        decide.reply(story, "li", true, null);

        PrepareContent.Draft draft = prepare.draft("next");
        assertThat(draft.outline()).endsWith("学员想听：\n- 怎么问预算？");
        assertThat(draft.cases())
                .contains("换成选择题", "12 万元", "银行客户的三次访谈")
                .doesNotContain("没人爱听的案例")
                .as("what the lecturer may not see")
                .doesNotContain("不给外人看的案例");

        runtime.startProcessInstanceByKey(
                "sharing",
                "third",
                java.util.Map.of(
                        "lecturerId",
                        "wang",
                        "title",
                        "访谈进阶",
                        "startsAt",
                        now.plus(Duration.ofDays(20)).toString(),
                        "minutes",
                        45));
        assertThat(forms.getTaskFormVariables(tasks.createTaskQuery()
                                .processInstanceBusinessKey("third")
                                .singleResult()
                                .getId())
                        .get("cases"))
                .asString()
                .contains("换成选择题");
        assertThat(runtime.getVariables(tasks.createTaskQuery()
                                .processInstanceBusinessKey("third")
                                .singleResult()
                                .getProcessInstanceId())
                        .toString())
                .doesNotContain("换成选择题");
    }

    @Test
    void whatPeopleWishedForAfterAShareComesUpInTheNextOneOnTheTopicOnce() {
        held("before", "li", "访谈基础", "x", null);
        company.write("update share set audience = 'mei', starts_at = now() - interval '2 days' where id = 'before'");
        wishes.make("before", "下次讲怎么收尾", "mei");
        assertThat(prepare.draft("next").outline()).contains("下次讲怎么收尾");

        held("answered", "wang", "访谈收尾", "收尾", null);
        company.write("update share set submitted_at = now() + interval '1 minute' where id = 'answered'");

        assertThat(prepare.draft("next").outline()).doesNotContain("下次讲怎么收尾");
    }

    @Test
    void outlinesAreKeptByHrAloneAndTwoWhoEditAtOnceDoNotLoseAnything() {
        assertThatThrownBy(() -> outlines.keep("访谈", "x", null, 0, "wang")).isInstanceOf(Refusal.class);
        outlines.keep("访谈", "第一版", null, 0, "han");
        assertThat(outlines.without()).containsExactly("谈判");
        assertThatThrownBy(() -> outlines.keep("访谈", "不知道已有", null, 0, "han")).isInstanceOf(Refusal.class);
        outlines.keep("访谈", "第二版", null, 1, "han");
        assertThatThrownBy(() -> outlines.keep("访谈", "晚了一步", null, 1, "han")).isInstanceOf(Refusal.class);
        assertThat(outlines.find("访谈").orElseThrow().outline()).isEqualTo("第二版");
        outlines.remove("访谈", "han");
        assertThat(outlines.all()).isEmpty();
    }

    private void planned(String id, String title) {
        company.share(id, "wang", now.plus(Duration.ofDays(10)), "PLANNED", "AWAITED", 60, 0);
        company.write("update share set title = ?, minutes = 60 where id = ?", title, id);
    }

    private void held(String id, String lecturer, String title, String outline, String cases) {
        company.heldShare(id, lecturer, now.minus(Duration.ofDays(30)), 60, 0);
        company.write("update share set title = ?, outline = ?, cases = ? where id = ?", title, outline, cases, id);
    }
}
