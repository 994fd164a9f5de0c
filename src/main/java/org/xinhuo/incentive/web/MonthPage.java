package org.xinhuo.incentive.web;

import java.security.Principal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.incentive.fairness.FairScore;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.LecturerMonths;
import org.xinhuo.incentive.scoring.Lift;
import org.xinhuo.incentive.scoring.LiftMonth;
import org.xinhuo.people.ReaderTimes;

/** A lecturer's month with every point's origin and what lifts it next, and the board of the ranked. */
@Controller
class MonthPage {

    /** Of a large company nobody reads more. */
    private static final int BOARD = 100;

    private final LecturerMonths months;
    private final LiftMonth lift;
    private final MonthLines lines;
    private final MeanLines means;
    private final MonthReaders readers;
    private final ReaderTimes times;
    private final CompanyTime company;

    MonthPage(
            LecturerMonths months,
            LiftMonth lift,
            MonthLines lines,
            MeanLines means,
            MonthReaders readers,
            ReaderTimes times,
            CompanyTime company) {
        this.months = months;
        this.lift = lift;
        this.lines = lines;
        this.means = means;
        this.readers = readers;
        this.times = times;
        this.company = company;
    }

    /** A ranked lecturer on the board. */
    record Ranked(
            String lecturerId,
            @Nullable Integer rank,
            @Nullable Integer departmentRank,
            String name,
            String department,
            String score,
            String average,
            String adjusted,
            int raters) {}

    @GetMapping("/months")
    String now() {
        return "redirect:/months/" + company.thisMonth();
    }

    @GetMapping("/months/{period}")
    String month(
            @PathVariable String period,
            @RequestParam(required = false) @Nullable String lecturer,
            Principal reader,
            Locale locale,
            Model model) {
        YearMonth month = Periods.parse(period);
        String whose = lecturer == null || lecturer.isBlank() ? reader.getName() : lecturer;
        readers.refuseStrangers(whose, reader.getName());
        ReaderTime time = times.of(reader.getName(), locale);
        navigation(model, month);
        model.addAttribute("whose", whose);
        model.addAttribute("own", whose.equals(reader.getName()));
        model.addAttribute("corrects", readers.readsAll(reader.getName()));
        LecturerMonth found = months.find(whose, month).orElse(null);
        model.addAttribute("month", found);
        if (found != null) {
            Lift lifting = lift.of(found);
            model.addAttribute("grade", lines.gradeSoFar(found, locale));
            model.addAttribute("gradeWhy", lines.gradeWhy(found, locale));
            model.addAttribute("means", means.of(found));
            model.addAttribute("parts", lines.parts(found, time));
            model.addAttribute("lift", lifting);
            model.addAttribute("steps", lines.steps(lifting, time));
            model.addAttribute("path", lines.path(lifting, time));
            model.addAttribute("history", lines.history(found, time));
            model.addAttribute("closing", lines.closing(found, time));
        }
        return "incentive/month";
    }

    /** Names and ranks are public in the company; who has no rank is not shown. */
    @GetMapping("/boards/{period}")
    String board(
            @PathVariable String period,
            @RequestParam(required = false) @Nullable String department,
            Principal reader,
            Model model) {
        YearMonth month = Periods.parse(period);
        String only = department == null || department.isBlank() ? null : department;
        List<LecturerMonth> ranked = months.board(month, null);
        List<LecturerMonth> shown = ranked.stream()
                .filter(one -> only == null || one.department().equals(only))
                .toList();
        navigation(model, month);
        model.addAttribute(
                "departments",
                ranked.stream()
                        .map(LecturerMonth::department)
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute("department", only);
        model.addAttribute("me", reader.getName());
        model.addAttribute("readsAll", readers.readsAll(reader.getName()));
        model.addAttribute("ranked", shown.size());
        boolean confirmed = !shown.isEmpty() && shown.get(0).confirmed();
        Map<String, FairScore> adjusted = means.fair(month, confirmed);
        model.addAttribute(
                "lines",
                shown.stream()
                        .limit(BOARD)
                        .map(one -> ranked(one, adjusted.get(one.lecturerId())))
                        .toList());
        model.addAttribute("confirmed", confirmed);
        model.addAttribute("follows", means.follows(month, confirmed));
        return "incentive/board";
    }

    private static Ranked ranked(LecturerMonth month, @Nullable FairScore adjusted) {
        return new Ranked(
                month.lecturerId(),
                month.ranks().rating(),
                month.ranks().department(),
                month.name(),
                month.department(),
                month.score().toPlainString(),
                MeanLines.shown(month.averageRating()),
                MeanLines.shown(adjusted == null ? null : adjusted.mean()),
                month.raters());
    }

    private static void navigation(Model model, YearMonth month) {
        model.addAttribute("period", month.toString());
        model.addAttribute("before", month.minusMonths(1).toString());
        model.addAttribute("after", month.plusMonths(1).toString());
    }
}
