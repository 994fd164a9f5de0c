package org.xinhuo.incentive.web;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.review.ImprovementTalks;
import org.xinhuo.incentive.title.LecturerTitles;
import org.xinhuo.incentive.title.ShowTitleProspect;
import org.xinhuo.incentive.title.Standing;
import org.xinhuo.incentive.title.TitleEntry;
import org.xinhuo.incentive.title.TitleProspect;
import org.xinhuo.people.Employees;
import org.xinhuo.people.ReaderTimes;

/** Somebody's titles and improvement notices. */
@Controller
class TitlesPage {

    private final LecturerTitles titles;
    private final ShowTitleProspect prospects;
    private final ImprovementTalks talks;
    private final MonthReaders readers;
    private final OutcomeTexts outcomes;
    private final Employees employees;
    private final ReaderTimes times;

    TitlesPage(
            LecturerTitles titles,
            ShowTitleProspect prospects,
            ImprovementTalks talks,
            MonthReaders readers,
            OutcomeTexts outcomes,
            Employees employees,
            ReaderTimes times) {
        this.titles = titles;
        this.prospects = prospects;
        this.talks = talks;
        this.readers = readers;
        this.outcomes = outcomes;
        this.employees = employees;
        this.times = times;
    }

    /** @param kind its message code is {@code title.kind.…} */
    record Line(
            String title,
            String kind,
            boolean gives,
            String period,
            @Nullable Standing standing,
            @Nullable String reason,
            String table,
            int version,
            String when) {}

    record NoticeLine(
            String first,
            String second,
            @Nullable String heldOn,
            @Nullable String withdrawn) {}

    /** @param lecturer whose, or null for the reader's own */
    @GetMapping("/titles")
    String titles(
            @RequestParam(required = false) @Nullable String lecturer, Principal reader, Locale locale, Model model) {
        String whose = lecturer == null || lecturer.isBlank() ? reader.getName() : lecturer;
        readers.refuseStrangers(whose, reader.getName());
        ReaderTime time = times.of(reader.getName(), locale);
        List<TitleEntry> history = titles.of(whose);
        TitleEntry held = titles.held(whose).orElse(null);
        model.addAttribute("own", whose.equals(reader.getName()));
        model.addAttribute("name", employees.get(whose).name());
        model.addAttribute("held", held == null ? null : line(held, time));
        TitleProspect prospect = prospects.of(whose).orElse(null);
        model.addAttribute("prospect", prospect);
        model.addAttribute(
                "next",
                prospect == null || prospect.next() == null
                        ? null
                        : outcomes.label(locale, "title.name", prospect.next()));
        List<Line> newestFirst = new ArrayList<>();
        history.forEach(one -> newestFirst.add(0, line(one, time)));
        model.addAttribute("history", newestFirst);
        model.addAttribute(
                "notices",
                talks.of(whose).stream()
                        .map(notice -> new NoticeLine(
                                notice.first().toString(),
                                notice.period().toString(),
                                notice.heldOn() == null ? null : time.day(notice.heldOn()),
                                notice.withdrawnWhy()))
                        .toList());
        return "incentive/titles";
    }

    private Line line(TitleEntry entry, ReaderTime time) {
        return new Line(
                outcomes.label(time.locale(), "title.name", entry.title()),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.kind().gives(),
                entry.period().toString(),
                entry.standing(),
                entry.reason(),
                entry.decisionKey(),
                entry.decisionVersion(),
                time.moment(entry.decidedAt()));
    }
}
