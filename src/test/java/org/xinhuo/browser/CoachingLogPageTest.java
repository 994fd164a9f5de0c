package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.mentoring.OpenMentorship;
import org.xinhuo.mentoring.PairMentor;
import org.xinhuo.mentoring.log.CoachingLog;
import org.xinhuo.mentoring.log.LogKind;
import org.xinhuo.mentoring.log.NewEntry;
import org.xinhuo.mentoring.log.WriteMessage;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The coaching log as the pair, HR and a stranger see it. */
@XinhuoWebTest
class CoachingLogPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    TestCompany company;

    @Autowired
    CoachingLog log;

    @Autowired
    WriteMessage writeMessage;

    @Autowired
    CompanyTime time;

    @BeforeEach
    void aPair(@Autowired OpenMentorship openMentorship, @Autowired PairMentor pairMentor) {
        company.employee("mei")
                .employee("wang")
                .employee("han")
                .role("han", "hr")
                .mentor("wang", 2, "logical")
                .jobAsksFor("Consultant", "客户访谈", "4", "2");
        openMentorship.open("m-1", "mei", null);
        pairMentor.pair("m-1", "wang");
    }

    private void aFewEntries() {
        log.record(NewEntry.of("m-1", LogKind.GUIDANCE, "wang", "怎样谈复购\n\n客户说贵怎么办？\n\n先问他和谁比，再算一年的总账。")
                .source(1)
                .headline("mentoring.log.guidance.video", 45, time.today()));
        log.record(NewEntry.of("m-1", LogKind.PLAN, "wang", "客户访谈 → 4\n拜访三位老客户 · 2026-12-15")
                .source(2)
                .headline("mentoring.log.planVersion", 1, "2026-12-31")
                .about(List.of("客户访谈")));
        writeMessage.write(
                "m-1", "mei", new WriteMessage.Message("本周客户复购率提高了 3 个点 👍 @员工wang", "客户访谈", null, List.of("wang")));
        writeMessage.write(
                "m-1",
                "wang",
                new WriteMessage.Message(
                        "把三位老客户的顾虑记下来，下次一起看",
                        null,
                        new WriteMessage.Wish("mei", time.today().plusDays(3)),
                        List.of()));
    }

    @InBothLanguages
    void theLogReadsWellInBothLanguagesOnADesktopAndAPhone(Window window) {
        aFewEntries();
        Page page = browser.login("mei", window);
        browser.go(page, "/mentorships/m-1/log");

        assertThat(page.locator(".log-entry")).hasCount(4);
        assertThat(page.locator(".log-entry.is-mine")).hasCount(1);
        browser.screenshot(page, "coaching-log-" + window);
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
    }

    @Test
    void aMessageIsWrittenSearchedAndFiltered() {
        aFewEntries();
        Page page = browser.login("mei");
        browser.go(page, "/mentorships/m-1/log");
        page.locator("[data-mention]").first().click();
        page.locator("#text").pressSequentially("老客户复购方案 <b>请看</b>");
        page.locator(".composer summary").click();
        page.locator("#owner").selectOption("mei");
        page.locator("#dueOn").fill(time.today().plusDays(2).toString());
        page.locator(".composer button[type=submit]").click();

        Locator newest = page.locator(".log-entry").first();
        assertThat(newest).containsText("@员工wang 老客户复购方案 <b>请看</b>");
        assertThat(newest.locator(".log-tags")).containsText("@员工wang");
        assertThat(newest.locator(".log-to-do")).containsText("进行中");

        page.locator("#q").fill("复购");
        page.locator("#q").press("Enter");
        assertThat(page.locator(".log-entry")).hasCount(3);
        assertThat(page.locator(".log-entry mark").first()).hasText("复购");
        browser.screenshot(page, "coaching-log-search");
        page.locator(".chips a", new Page.LocatorOptions().setHasText("辅导")).click();
        assertThat(page.locator(".log-entry")).hasCount(1);
        assertThat(page.locator(".log-entry")).containsText("45 分钟");
        browser.assertNoScriptErrors();

        Page wang = browser.login("wang");
        wang.locator("#notices a", new Page.LocatorOptions().setHasText("提到了您"))
                .first()
                .click();
        assertThat(wang.locator(".log-entry:target")).containsText("老客户复购方案");
    }

    @InBothLanguages
    void theMentorHasPhrasesForTheSituationBesideWhatHeWrites(Window window) {
        aFewEntries();
        Page page = browser.login("wang", window);
        browser.go(page, "/mentorships/m-1/log");
        Locator phrases = page.locator(".log-phrases .phrases li");
        assertThat(phrases.first()).isAttached();
        if (page.viewportSize().width < 600) {
            assertThat(phrases.first()).isHidden();
            page.locator(".log-phrases summary").click();
        } else {
            double composer = page.locator(".composer").boundingBox().x;
            Assertions.assertThat(page.locator(".log-phrases").boundingBox().x)
                    .isGreaterThan(composer + page.locator(".composer").boundingBox().width);
        }
        assertThat(phrases.first()).isVisible();
        String first = phrases.first().textContent();
        page.locator("#situation").selectOption(new SelectOption().setIndex(1));
        assertThat(phrases.first()).not().hasText(first);
        browser.screenshot(page, "coaching-log-phrases-" + window);
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();

        Page mei = browser.login("mei", window);
        browser.go(mei, "/mentorships/m-1/log");
        assertThat(mei.locator(".composer")).hasCount(1);
        assertThat(mei.locator(".log-phrases")).hasCount(0);
    }

    @Test
    void anEmptyMessageOrADayThatHasPassedIsToldAndNothingTypedIsLost() {
        Page page = browser.login("mei");
        browser.go(page, "/mentorships/m-1/log");
        page.locator("#text").fill("写好的内容");
        page.locator(".composer summary").click();
        page.locator("#owner").selectOption("wang");
        page.locator(".composer button[type=submit]").click();

        assertThat(page.locator(".message-bad")).containsText("期限");
        assertThat(page.locator("#text")).hasValue("写好的内容");
        assertThat(page.locator(".log-entry")).hasCount(0);
    }

    @Test
    void olderEntriesAreFetchedAsOneReadsOn() {
        for (int index = 1; index <= 45; index++) {
            log.record(NewEntry.of("m-1", LogKind.MESSAGE, "wang", "第 " + index + " 条"));
        }
        Page page = browser.login("mei");
        browser.go(page, "/mentorships/m-1/log");
        assertThat(page.locator(".log-entry")).hasCount(20);
        page.locator(".log-more a").click();
        assertThat(page.locator(".log-entry")).hasCount(40);
        page.locator(".log-more a").click();
        assertThat(page.locator(".log-entry")).hasCount(45);
        assertThat(page.locator(".log-more")).hasCount(0);
        assertThat(page.locator(".log-entry").last()).containsText("第 1 条");
        browser.assertNoScriptErrors();
    }

    @InBothLanguages
    void hrSaysWhyAndThePairAndAuditorsSeeIt(Window window) {
        aFewEntries();
        company.employee("shen").role("shen", "auditor");
        Page han = browser.login("han", window);
        browser.go(han, "/mentorships/m-1/log");
        assertThat(han.locator(".log-entry")).hasCount(0);
        browser.assertNoSideScroll(han);
        browser.assertAccessible(han);
        browser.screenshot(han, "coaching-log-reason-" + window);
        han.locator("#reason").fill("学员投诉");
        han.locator("main button[type=submit]").click();
        assertThat(han.locator(".log-entry")).hasCount(4);
        assertThat(han.locator(".composer")).hasCount(0);
        browser.assertNoSideScroll(han);
        browser.assertAccessible(han);
        browser.screenshot(han, "coaching-log-hr-" + window);

        Page mei = browser.login("mei", window);
        browser.go(mei, "/mentorships/m-1/log");
        mei.locator("#readings summary").click();
        assertThat(mei.locator("#readings")).containsText("学员投诉");

        Page shen = browser.login("shen", window);
        browser.go(shen, "/mentorships/m-1/log");
        browser.go(shen, "/audit/log-readings");
        assertThat(shen.locator(".lines li")).hasCount(3);
        assertThat(shen.locator(".lines")).containsText("学员投诉");
        browser.assertNoSideScroll(shen);
        browser.assertAccessible(shen);
        browser.screenshot(shen, "log-readings-" + window);
        shen.locator("#reader").fill("nobody");
        shen.locator("form[role=search] button").click();
        assertThat(shen.locator(".lines li")).hasCount(0);
        browser.assertAccessible(shen);
        browser.assertNoScriptErrors();
    }

    @InBothLanguages
    void anAtOffersThePeopleOneMayMention(Window window) {
        Page page = browser.login("mei", window);
        browser.go(page, "/mentorships/m-1/log");
        Locator text = page.locator("#text");
        Locator options = page.locator("#mentions [role=option]:visible");
        text.pressSequentially("mail a@b.c ");
        assertThat(page.locator("#mentions")).isHidden();
        text.pressSequentially("请@");
        assertThat(options).hasCount(2);
        browser.assertAccessible(page);
        browser.assertNoSideScroll(page);
        browser.screenshot(page, "coaching-log-mention-" + window);
        text.press("ArrowDown");
        assertThat(options.nth(1)).hasAttribute("aria-selected", "true");
        assertThat(text).hasAttribute("aria-activedescendant", options.nth(1).getAttribute("id"));
        text.press("Enter");
        assertThat(text).hasValue("mail a@b.c 请@员工han ");
        assertThat(page.locator("#mentions")).isHidden();
        text.pressSequentially("和@wa");
        assertThat(options).hasCount(1);
        text.press("Escape");
        assertThat(page.locator("#mentions")).isHidden();
        text.press("Backspace");
        options.first().click();
        assertThat(text).hasValue("mail a@b.c 请@员工han 和@员工wang ");
        page.locator(".composer button[type=submit]").click();
        assertThat(page.locator(".log-entry .log-tags")).containsText("@员工wang");
        assertThat(page.locator(".log-entry .log-tags")).containsText("@员工han");
        browser.assertNoScriptErrors();
    }
}
