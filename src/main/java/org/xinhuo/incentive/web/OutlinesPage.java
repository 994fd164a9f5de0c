package org.xinhuo.incentive.web;

import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.template.Outlines;
import org.xinhuo.people.Employees;
import org.xinhuo.people.ReaderTimes;

/** Outlines by topic, edited by HR and process owners. */
@Controller
class OutlinesPage {

    private final Outlines outlines;
    private final Employees employees;
    private final ReaderTimes times;
    private final Texts texts;

    OutlinesPage(Outlines outlines, Employees employees, ReaderTimes times, Texts texts) {
        this.outlines = outlines;
        this.employees = employees;
        this.times = times;
        this.texts = texts;
    }

    /** An outline in words. */
    record Line(Outlines.Outline outline, String by, String at) {}

    /** @param topic to edit, or null for a new one */
    @GetMapping("/outlines")
    String outlines(
            @RequestParam(required = false) @Nullable String topic, Principal reader, Locale locale, Model model) {
        if (!outlines.mayKeep(reader.getName())) {
            throw Refusal.forbidden("content.outline.notYours");
        }
        ReaderTime time = times.of(reader.getName(), locale);
        model.addAttribute(
                "outlines",
                outlines.all().stream()
                        .map(one -> new Line(one, employees.get(one.editedBy()).name(), time.moment(one.editedAt())))
                        .toList());
        model.addAttribute("titleHere", Outlines.TITLE);
        model.addAttribute("minutesHere", Outlines.MINUTES);
        model.addAttribute("without", outlines.without());
        model.addAttribute("topic", topic == null ? "" : topic);
        model.addAttribute("edited", topic == null ? null : outlines.find(topic).orElse(null));
        return "incentive/outlines";
    }

    @PostMapping("/outlines")
    String keep(
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String outline,
            @RequestParam(defaultValue = "") String cases,
            @RequestParam(defaultValue = "0") int version,
            Principal editor,
            RedirectAttributes after) {
        outlines.keep(topic, outline, cases, version, editor.getName());
        after.addFlashAttribute("said", texts.text("content.outline.kept"));
        return "redirect:/outlines";
    }

    @PostMapping("/outlines/removal")
    String remove(@RequestParam(defaultValue = "") String topic, Principal editor, RedirectAttributes after) {
        outlines.remove(topic, editor.getName());
        after.addFlashAttribute("said", texts.text("content.outline.removed"));
        return "redirect:/outlines";
    }
}
