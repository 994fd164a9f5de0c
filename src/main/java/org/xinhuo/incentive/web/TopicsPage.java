package org.xinhuo.incentive.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.preference.SuggestTopics;
import org.xinhuo.incentive.preference.TopicSuggestion;
import org.xinhuo.incentive.preference.TopicTag;
import org.xinhuo.incentive.preference.TopicTag.Stance;
import org.xinhuo.incentive.preference.TopicTags;
import org.xinhuo.people.Employees;

/** What a lecturer might speak about next and why, and what the lecturer says of it. */
@Controller
class TopicsPage {

    private final SuggestTopics suggestTopics;
    private final TopicTags tags;
    private final MonthReaders readers;
    private final TopicReasons reasons;
    private final Employees employees;
    private final Texts texts;

    TopicsPage(
            SuggestTopics suggestTopics,
            TopicTags tags,
            MonthReaders readers,
            TopicReasons reasons,
            Employees employees,
            Texts texts) {
        this.suggestTopics = suggestTopics;
        this.tags = tags;
        this.readers = readers;
        this.reasons = reasons;
        this.employees = employees;
        this.texts = texts;
    }

    /** @param points of a hundred, one decimal */
    record Why(String text, String points) {}

    record Line(String topic, String score, List<Why> reasons, List<TopicSuggestion.Case> cases) {}

    /** @param lecturer whose, or null for the reader's own */
    @GetMapping("/topics")
    String topics(
            @RequestParam(required = false) @Nullable String lecturer, Principal reader, Locale locale, Model model) {
        String whose = lecturer == null || lecturer.isBlank() ? reader.getName() : lecturer;
        readers.refuseStrangers(whose, reader.getName());
        SuggestTopics.Topics topics = suggestTopics.to(whose);
        model.addAttribute("own", whose.equals(reader.getName()));
        model.addAttribute("name", employees.get(whose).name());
        model.addAttribute(
                "lines",
                topics.suggestions().stream().map(one -> line(one, locale)).toList());
        model.addAttribute("imported", topics.imported());
        model.addAttribute("liked", said(topics, Stance.LIKED));
        model.addAttribute("avoided", said(topics, Stance.AVOIDED));
        model.addAttribute("dismissed", said(topics, Stance.DISMISSED));
        model.addAttribute("dismissedDays", topics.dismissedDays());
        model.addAttribute("table", topics.decision().key());
        model.addAttribute("version", topics.decision().version());
        model.addAttribute("longest", TopicTags.LONGEST);
        return "incentive/topics";
    }

    /** Says something of a topic. */
    @PostMapping("/topics")
    String note(
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String stance,
            Principal lecturer,
            RedirectAttributes after) {
        tags.note(lecturer.getName(), topic, TopicsApi.stance(stance), lecturer.getName());
        after.addFlashAttribute("said", texts.text("topic.said", topic.strip()));
        return "redirect:/topics";
    }

    /** Takes it back. */
    @PostMapping("/topics/removal")
    String takeBack(@RequestParam(defaultValue = "") String topic, Principal lecturer, RedirectAttributes after) {
        tags.takeBack(lecturer.getName(), topic, lecturer.getName());
        after.addFlashAttribute("said", texts.text("topic.takenBack", topic.strip()));
        return "redirect:/topics";
    }

    private Line line(TopicSuggestion one, Locale locale) {
        return new Line(
                one.topic(),
                ofHundred(one.score()),
                one.reasons().stream()
                        .map(reason -> new Why(reasons.text(reason, locale), ofHundred(reason.points())))
                        .toList(),
                one.cases());
    }

    private static List<String> said(SuggestTopics.Topics topics, Stance stance) {
        return topics.tags().stream()
                .filter(tag -> tag.stance() == stance)
                .map(TopicTag::topic)
                .toList();
    }

    private static String ofHundred(BigDecimal part) {
        return part.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
