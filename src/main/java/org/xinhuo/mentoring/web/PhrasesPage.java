package org.xinhuo.mentoring.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinhuo.mentoring.coaching.CoachingPhrases;

/**
 * Phrases by situation: a page of its own, and the part of it that other pages load. They include it with
 * {@code ~{mentoring/phrases :: panel}} and need nothing in their model.
 */
@Controller
class PhrasesPage {

    private final CoachingPhrases phrases;

    PhrasesPage(CoachingPhrases phrases) {
        this.phrases = phrases;
    }

    /** @param situation its code; the first one where there is none so */
    @GetMapping("/phrases")
    String phrases(
            @RequestParam(required = false) @Nullable String situation,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Locale locale,
            Model model) {
        List<CoachingPhrases.Situation> situations = phrases.all(locale);
        model.addAttribute("situations", situations);
        model.addAttribute(
                "chosen",
                situations.stream()
                        .filter(one -> one.code().equals(situation))
                        .findFirst()
                        .orElse(situations.isEmpty() ? null : situations.get(0)));
        return part == null ? "mentoring/phrases" : "mentoring/phrases :: choice";
    }
}
