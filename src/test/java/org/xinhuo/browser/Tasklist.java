package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.xinhuo.browser.Browser.Window;

/** One person at work in a window: from the first page into Tasklist and its forms, by what is written on them. */
final class Tasklist {

    private final Browser browser;
    private final Page page;

    private Tasklist(Browser browser, Page page) {
        this.browser = browser;
        this.page = page;
    }

    static Tasklist of(Browser browser, String personId, Window window) {
        return new Tasklist(browser, browser.login(personId, window));
    }

    Page page() {
        return page;
    }

    /** The first page, as it is now. */
    Page home() {
        browser.go(page, "/");
        return page;
    }

    /** Follows the link of a task on the first page, the person's own or one of a group, to its form. */
    Tasklist open(String task) {
        home().locator("#tasks a, #group-tasks a", new Page.LocatorOptions().setHasText(task))
                .first()
                .click();
        Locator claim = page.locator(".task-card .claim");
        assertThat(form().or(claim).first()).isVisible();
        assertThat(form()).isVisible();
        return this;
    }

    /** Takes a group's task, as Tasklist asks for before it lets anybody type. */
    Tasklist claim() {
        page.locator(".task-card button.claim, .task-card .claim button, .task-card [ng-click*='claim()']")
                .first()
                .click();
        assertThat(page.locator(".disabled-form")).hasCount(0);
        return this;
    }

    /** Opens the start form of a process from the list that Tasklist offers. */
    Tasklist starting(String process) {
        browser.go(page, "/camunda/app/tasklist/default/");
        page.locator(".start-process-action a").click();
        page.locator(".modal-body .processes a")
                .getByText(process, new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(form()).isVisible();
        return this;
    }

    /** Sends the start form off. */
    void start() {
        assertEquals(200, sent(".modal-footer button.btn-primary"), "what the server answers to the start form");
        assertThat(page.locator(".modal-dialog")).hasCount(0);
    }

    /** Sends the start form off, is told why not, leaves a picture of it, and still has the form. */
    Tasklist startRefused(String sentence, String picture) {
        assertEquals(400, sent(".modal-footer button.btn-primary"), "what the server answers to the start form");
        refusal(sentence, picture);
        return this;
    }

    Locator form() {
        return page.locator(".fjs-form");
    }

    Tasklist fill(String label, String text) {
        return fill(label, 0, text);
    }

    /** @param index of the fields with the same label, from 0 */
    Tasklist fill(String label, int index, String text) {
        Locator field = field(label).nth(index);
        field.fill(text);
        // A text area grows with its text when it is left; the button below must not move away under the pointer.
        field.blur();
        return this;
    }

    /** What can be typed into or ticked under this label; a list has a label, too. */
    private Locator field(String label) {
        return form().getByLabel(label).and(page.locator("input, textarea"));
    }

    /** Types a date the way the field's own hint asks for. */
    Tasklist date(String label, LocalDate date) {
        Locator field = field(label);
        String hint = field.getAttribute("placeholder");
        field.fill(hint.replace("yyyy", "%04d".formatted(date.getYear()))
                .replace("mm", "%02d".formatted(date.getMonthValue()))
                .replace("dd", "%02d".formatted(date.getDayOfMonth())));
        leave(field);
        return this;
    }

    Tasklist time(String label, String time) {
        Locator field = field(label);
        field.fill(time);
        leave(field);
        return this;
    }

    /** Not by Enter: where the little calendar is not open yet, that sends the whole form off, half filled in. */
    private static void leave(Locator field) {
        field.press("Tab");
    }

    /** One of a few answers that all stand in the form. */
    Tasklist pick(String answer) {
        field(answer).check();
        return this;
    }

    /** One of the answers that a field folds out. */
    Tasklist select(String label, int index, String option) {
        Locator field = form().locator(
                        ".fjs-form-field-select",
                        new Locator.LocatorOptions()
                                .setHas(page.locator("label").getByText(label)))
                .nth(index);
        field.locator(".fjs-input-group").click();
        field.locator(".fjs-dropdownlist-item").getByText(option).click();
        return this;
    }

    /** Presses "complete" and sees the task go. */
    void complete() {
        assertEquals(204, sent(".form-actions button.btn-primary"), "what the server answers to the form");
        assertThat(form()).hasCount(0);
    }

    /** Presses "complete", is told why not, leaves a picture of it, and still has the form. */
    Tasklist refused(String sentence, String picture) {
        assertEquals(400, sent(".form-actions button.btn-primary"), "what the server answers to the form");
        refusal(sentence, picture);
        return this;
    }

    /** Presses "complete" on a form that is not filled in: it says so and sends nothing. */
    Tasklist incomplete(String sentence) {
        page.locator(".form-actions button.btn-primary").click();
        Locator told = page.locator(".notifications .alert").filter(new Locator.FilterOptions().setVisible(true));
        assertThat(told).containsText(sentence);
        assertThat(form().locator(".fjs-form-field-error").first()).isVisible();
        told.locator(".close:visible").click();
        return this;
    }

    /** Presses the button and waits for the answer: nothing that follows may run ahead of it. */
    private int sent(String button) {
        return page.waitForResponse(
                        response -> response.url().endsWith("/submit-form"),
                        () -> page.locator(button).click())
                .status();
    }

    private void refusal(String sentence, String picture) {
        Locator told = page.locator(".notifications .alert").filter(new Locator.FilterOptions().setVisible(true));
        assertThat(told).containsText(sentence);
        assertThat(form()).isVisible();
        browser.screenshot(page, picture);
        told.locator(".close:visible").click();
    }

    Tasklist screenshot(String name) {
        browser.screenshot(page, name);
        return this;
    }
}
