package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** A lecturer looks for the next topic. */
@XinhuoWebTest
class TopicsPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    private TestCompany company;

    @InBothLanguages
    void aTopicIsSuggestedWithItsReasonsDismissedTakenBackAndAnOwnOneAdded(Window window) {
        company.employee("wang").lecturer("wang", "default").employee("li").lecturer("li", "default");
        company.write("update lecturer set topics = '沟通表达;商务谈判' where employee_id = 'wang'");
        company.employee("a1").employee("a2").employee("a3").employee("a4");
        company.jobAsksFor("Consultant", "客户洞察", "3", "1").jobAsksFor("Consultant", "商务谈判", "2", "1");
        company.heldShare("l1", "li", Instant.now().minus(Duration.ofDays(9)), 45, 0)
                .rated("l1", 6, 7, 6, 5, 6);
        company.write("update share set title = '听懂客户：客户洞察入门' where id = 'l1'");
        // Ratings of fewer than three other lecturers would tell one of them apart.
        for (String other : new String[] {"sun", "qian"}) {
            company.employee(other)
                    .lecturer(other, "default")
                    .heldShare("l-" + other, other, Instant.now().minus(Duration.ofDays(8)), 45, 0)
                    .rated("l-" + other, 6, 6);
            company.write("update share set title = '客户洞察实践' where id = ?", "l-" + other);
        }
        company.write(
                "insert into share_wish (share_id, person_id, wish, made_at) values ('l1', 'r1', '多一些案例', now())");
        company.write("insert into application_case (id, share_id, learner_id, newest, confirmed, open)"
                + " values ('c1', 'l1', 'r1', 1, 1, false)");
        company.write(
                "insert into application_case_version (case_id, number, situation, action, result, state, filed_at,"
                        + " due_at, remind_at, escalate_at, rule_version, decided_by, decided_at) values ('c1', 1, '客户迟迟不续约',"
                        + " '先问再讲', '三家客户当月续约', 'CONFIRMED', now(), now(), now(), now(), 1, 'li', now())");
        Page page = browser.login("wang", window);
        browser.go(page, "/topics");
        Locator first = page.locator("#suggested > ul > li").first();
        assertThat(first).containsText("客户洞察");
        assertThat(first.locator(".topic-why li")).hasCount(3);
        first.locator("summary").click();
        assertThat(first).containsText("三家客户当月续约");
        look(page, "suggested-" + window);

        first.locator("button[value=dismissed]").click();
        assertThat(page.locator("#dismissed")).containsText("客户洞察");
        assertThat(page.locator("#suggested")).not().containsText("客户洞察");
        page.locator("#add input[name=topic]").fill("新人带教");
        page.locator("#add button").click();
        assertThat(page.locator("#liked")).containsText("新人带教");
        assertThat(page.locator("#suggested")).containsText("新人带教");
        look(page, "said-" + window);

        page.locator("#dismissed button").click();
        assertThat(page.locator("#suggested")).containsText("客户洞察");
        browser.assertNoScriptErrors();
    }

    private void look(Page page, String name) {
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "topics-" + name);
    }
}
