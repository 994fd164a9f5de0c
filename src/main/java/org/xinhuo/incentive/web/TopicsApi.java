package org.xinhuo.incentive.web;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.preference.SuggestTopics;
import org.xinhuo.incentive.preference.TopicSuggestion;
import org.xinhuo.incentive.preference.TopicSuggestion.Reason;
import org.xinhuo.incentive.preference.TopicTag.Stance;
import org.xinhuo.incentive.preference.TopicTags;

/** Topics suggested to a lecturer, and what the lecturer says of topics, over HTTP. */
@RestController
class TopicsApi {

    private final SuggestTopics suggestTopics;
    private final TopicTags tags;
    private final MonthReaders readers;
    private final TopicReasons reasons;

    TopicsApi(SuggestTopics suggestTopics, TopicTags tags, MonthReaders readers, TopicReasons reasons) {
        this.suggestTopics = suggestTopics;
        this.tags = tags;
        this.readers = readers;
        this.reasons = reasons;
    }

    record Decision(String key, int version) {}

    /** @param stance {@code liked}, {@code avoided} or {@code dismissed} */
    record Tag(String topic, String stance, Instant notedAt) {}

    /**
     * Why, in figures and in words.
     *
     * @param kind {@code wishes}, {@code gap}, {@code unmet}, {@code strength} or {@code tag}
     * @param points decimal string, like {@code weight} and {@code mean}
     */
    record Why(
            String kind,
            String points,
            String weight,
            long count,
            long of,
            @Nullable String mean,
            @Nullable String competency,
            String text) {}

    record Suggestion(String topic, String score, List<Why> reasons, List<TopicSuggestion.Case> cases) {}

    record Answer(
            String lecturerId,
            Decision decision,
            List<String> imported,
            List<Tag> tags,
            List<Suggestion> suggestions) {}

    record TagRequest(@Nullable String topic, @Nullable String stance) {}

    /** For the lecturer, the manager, HR, auditors and administrators. */
    @GetMapping("/api/lecturers/{id}/topics")
    Answer topics(@PathVariable String id, Principal reader, Locale locale) {
        readers.refuseStrangers(id, reader.getName());
        return answer(id, locale);
    }

    /** For the lecturer alone. */
    @PutMapping("/api/lecturers/{id}/topics")
    Answer note(@PathVariable String id, @RequestBody TagRequest body, Principal lecturer, Locale locale) {
        tags.note(id, body.topic(), stance(body.stance()), lecturer.getName());
        return answer(id, locale);
    }

    /** For the lecturer alone. */
    @DeleteMapping("/api/lecturers/{id}/topics")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String id, @RequestParam String topic, Principal lecturer) {
        tags.takeBack(id, topic, lecturer.getName());
    }

    /** @throws Refusal for a word that is no stance; null stays null */
    static @Nullable Stance stance(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        for (Stance stance : Stance.values()) {
            if (word(stance).equals(word)) {
                return stance;
            }
        }
        throw Refusal.invalid("stance", "form.notOneOf", "stance", word, "liked, avoided, dismissed");
    }

    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private Answer answer(String id, Locale locale) {
        SuggestTopics.Topics topics = suggestTopics.to(id);
        return new Answer(
                id,
                new Decision(topics.decision().key(), topics.decision().version()),
                topics.imported(),
                topics.tags().stream()
                        .map(tag -> new Tag(tag.topic(), word(tag.stance()), tag.notedAt()))
                        .toList(),
                topics.suggestions().stream()
                        .map(one -> new Suggestion(
                                one.topic(),
                                one.score().toPlainString(),
                                one.reasons().stream()
                                        .map(reason -> why(reason, locale))
                                        .toList(),
                                one.cases()))
                        .toList());
    }

    private Why why(Reason reason, Locale locale) {
        return new Why(
                word(reason.kind()),
                reason.points().toPlainString(),
                reason.weight().toPlainString(),
                reason.count(),
                reason.of(),
                reason.mean() == null ? null : reason.mean().toPlainString(),
                reason.competency(),
                reasons.text(reason, locale));
    }
}
