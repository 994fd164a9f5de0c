package org.xinhuo.mentoring.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.Principal;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.progress.AnswerSuggestion;
import org.xinhuo.mentoring.progress.ItemFields;
import org.xinhuo.mentoring.progress.ProgressSheet;
import org.xinhuo.mentoring.progress.ShowProgress;
import org.xinhuo.mentoring.progress.SuggestImprovement;
import org.xinhuo.mentoring.progress.WriteProgress;

/** The progress sheet: kept by the mentee, read by both, with the mentor's suggestions hanging on it. */
@RestController
@RequestMapping("/api/mentorships/{id}/progress")
class ProgressApi {

    private final ShowProgress show;
    private final WriteProgress write;
    private final SuggestImprovement suggest;
    private final AnswerSuggestion answer;

    ProgressApi(ShowProgress show, WriteProgress write, SuggestImprovement suggest, AnswerSuggestion answer) {
        this.show = show;
        this.write = write;
        this.suggest = suggest;
        this.answer = answer;
    }

    /** The id of what was made. */
    record Made(String id) {}

    /** @param text required */
    record Suggested(@Nullable String text) {}

    /**
     * What the mentee says.
     *
     * @param answer adopted, not-now or need-help
     */
    record Answered(@Nullable String answer, @Nullable String reply) {}

    @GetMapping
    ProgressSheet sheet(@PathVariable String id, Principal reader) {
        return show.of(id, reader.getName());
    }

    /** {@code {title, dueOn?, status?, note?}}. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made add(@PathVariable String id, @RequestBody JsonNode body, Principal person) {
        // Who may not write learns that, and nothing about the form.
        write.expectWriter(id, person.getName());
        ItemFields fields = changes(body).apply(ItemFields.BLANK.withTitle(text(body, "title")));
        return new Made(write.add(id, person.getName(), fields));
    }

    /** Only the fields that are there change; {@code dueOn: null} takes the day away. */
    @PatchMapping("/{item}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable String id, @PathVariable String item, @RequestBody JsonNode body, Principal person) {
        write.expectWriter(id, person.getName());
        write.change(id, item, person.getName(), version(body), changes(body));
    }

    @DeleteMapping("/{item}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam(required = false) @Nullable Long version,
            Principal person) {
        write.remove(id, item, person.getName(), version);
    }

    @PostMapping("/{item}/suggestions")
    @ResponseStatus(HttpStatus.CREATED)
    Made suggest(@PathVariable String id, @PathVariable String item, @RequestBody Suggested body, Principal person) {
        return new Made(suggest.suggest(id, item, person.getName(), body.text() == null ? "" : body.text()));
    }

    @PutMapping("/suggestions/{suggestion}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(
            @PathVariable String id, @PathVariable String suggestion, @RequestBody Answered body, Principal person) {
        answer.answer(id, suggestion, person.getName(), body.answer(), body.reply());
    }

    private static UnaryOperator<ItemFields> changes(JsonNode body) {
        return fields -> {
            ItemFields changed = fields;
            changed = body.has("title") ? changed.withTitle(text(body, "title")) : changed;
            changed = body.has("dueOn") ? changed.withDueOn(text(body, "dueOn")) : changed;
            changed = body.has("status") ? changed.withStatus(text(body, "status")) : changed;
            return body.has("note") ? changed.withNote(text(body, "note")) : changed;
        };
    }

    private static @Nullable String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw Refusal.invalid(field, "form.notAText", field);
        }
        return value.textValue();
    }

    private static @Nullable Long version(JsonNode body) {
        JsonNode value = body.path("version");
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber()) {
            throw Refusal.invalid("version", "form.notAnInteger", "version");
        }
        return value.longValue();
    }
}
