package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.notification.Notices;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** A person's notices, and how they come. */
@XinhuoWebTest
@TestPropertySource(properties = "spring.mail.host=127.0.0.1")
class NoticePagesTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    TestCompany company;

    @Autowired
    Notices notices;

    @BeforeEach
    void meiWasToldManyThings() {
        company.employee("mei");
        for (int number = 1; number <= 45; number++) {
            notices.tell(
                    "mei", "told-" + number, "people.unknownEmployee", number % 2 == 0 ? "/ratings" : null, number);
        }
    }

    @InBothLanguages
    void bothPagesReadWellInBothLanguagesOnADesktopAndAPhone(Window window) {
        Page page = browser.login("mei", window);
        page.locator("#notices a[href='/notices']").click();
        assertThat(page.locator(".notices > li")).hasCount(20);
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "notices-" + window);

        page.locator(".notice-settings").click();
        assertThat(page.locator("#on-mail")).isChecked();
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "notice-preferences-" + window);
    }

    @Test
    void everythingIsFoundPageByPageAndReadOneByOneOrAllAtOnce() {
        Page page = browser.login("mei", Window.ENGLISH_DESKTOP);
        browser.go(page, "/notices");
        assertThat(page.locator(".lead-in")).containsText("45 unread");

        page.locator(".notice-pages a", new Page.LocatorOptions().setHasText("Older"))
                .click();
        page.locator(".notice-pages a", new Page.LocatorOptions().setHasText("Older"))
                .click();
        assertThat(page.locator(".notices > li")).hasCount(5);
        assertThat(page.locator(".notices > li").last()).containsText("\"1\"");

        browser.go(page, "/notices?unread=true");
        page.locator(".notices > li").first().locator("button").click();
        assertThat(page.locator(".lead-in")).containsText("44 unread");
        assertThat(page.locator(".notices > li").first()).containsText("\"44\"");

        page.locator(".notices > li").first().locator("a").click();
        page.waitForURL("**/ratings");
        browser.go(page, "/notices?unread=true");
        assertThat(page.locator(".lead-in")).containsText("43 unread");

        page.locator(".notice-pages button").click();
        assertThat(page.locator(".lead-in")).containsText("Everything is read.");
        assertThat(page.locator(".notices > li")).hasCount(20);
    }

    @Test
    void whatOneChoosesIsKeptAndWhatMakesNoSenseIsRefused() {
        Page page = browser.login("mei", Window.ENGLISH_DESKTOP);
        browser.go(page, "/notices/preferences");
        assertThat(page.locator("label[for=own-no]")).containsText("Mon to Fri 09:00–18:00");

        page.locator("#on-mail").uncheck();
        page.locator("#cadence").selectOption("DAILY");
        page.locator("#own-yes").check();
        page.locator("#day-FRIDAY").uncheck();
        page.locator("#from").fill("08:30");
        page.locator("#urgent").check();
        page.locator("form.sheet button").click();

        assertThat(page.locator(".message-good")).isVisible();
        assertThat(page.locator("#on-mail")).not().isChecked();
        assertThat(page.locator("#cadence")).hasValue("DAILY");
        assertThat(page.locator("#own-yes")).isChecked();
        assertThat(page.locator("#day-FRIDAY")).not().isChecked();
        assertThat(page.locator("#day-MONDAY")).isChecked();
        assertThat(page.locator("#from")).hasValue("08:30");
        assertThat(page.locator("#urgent")).isChecked();

        for (String day : new String[] {"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY"}) {
            page.locator("#day-" + day).uncheck();
        }
        page.locator("form.sheet button").click();
        assertThat(page.locator(".message-bad")).containsText("at least one day");
        assertThat(page.locator("#day-MONDAY")).isChecked();
    }

    @InBothLanguages
    void hrSeesWhomMailDoesNotReachAndSendsItAgain(Window window) {
        company.employee("han").role("han", "hr").employee("li");
        company.write("update employee set email = null where id = 'li'");
        company.write(
                "insert into notice_delivery (id, person_id, channel, message_id, at_once, state, reason,"
                        + " attempts, created_at, waiting_since, next_attempt_at, finished_at)"
                        + " select gen_random_uuid(), 'mei', 'mail', '<m' || n || '@x>', false, 'GAVE_UP',"
                        + " 'SMTPAddressFailedException: 550 5.1.1 <mei.with.a.very.long.address@a.very.long.domain.example.org>:"
                        + " no such mailbox', 1, now(), now(), now() + interval '1 day', now() from generate_series(1, 2) as n");
        company.write("insert into notice_delivery (id, person_id, channel, message_id, at_once, state, reason,"
                + " attempts, created_at, waiting_since, next_attempt_at) values (gen_random_uuid(), 'mei', 'mail',"
                + " '<w@x>', false, 'WAITING', 'MailConnectException: Couldn''t connect to host', 3, now(), now(),"
                + " now() + interval '1 day')");
        Page page = browser.login("han", window);
        browser.follow(page, "/deliveries");
        assertThat(page.locator(".given-up > li")).hasCount(1);
        assertThat(page.locator(".unreachable")).containsText("li");
        assertThat(page.locator("main")).containsText("MailConnectException");
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "deliveries-" + window);
        page.locator(".given-up button").click();
        assertThat(page.locator(".message-good")).containsText("2");
        assertThat(page.locator(".given-up > li")).hasCount(0);
    }
}
