package org.xinhuo.incentive.web;

import java.security.Principal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.fairness.AnswerFinding;
import org.xinhuo.incentive.fairness.FairMonth;
import org.xinhuo.incentive.fairness.FairScore;
import org.xinhuo.incentive.fairness.FairScores;
import org.xinhuo.incentive.fairness.RingFinding;
import org.xinhuo.incentive.fairness.RingFindings;
import org.xinhuo.incentive.fairness.RingWords;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthlyResults;
import org.xinhuo.people.Groups;

/** Raw and adjusted means side by side, who moves and why, and marks for each other that stand out: for HR. */
@Controller
class FairnessPage {

    private static final int FIRST = 100;

    /** What moves a mean by less is not worth a word. */
    private static final double LITTLE = 0.05;

    private final FairScores scores;
    private final RingFindings rings;
    private final RingWords ringWords;
    private final AnswerFinding answerFinding;
    private final MonthlyResults results;
    private final Groups groups;
    private final CompanyTime time;
    private final Texts texts;

    FairnessPage(
            FairScores scores,
            RingFindings rings,
            RingWords ringWords,
            AnswerFinding answerFinding,
            MonthlyResults results,
            Groups groups,
            CompanyTime time,
            Texts texts) {
        this.scores = scores;
        this.rings = rings;
        this.ringWords = ringWords;
        this.answerFinding = answerFinding;
        this.results = results;
        this.groups = groups;
        this.time = time;
        this.texts = texts;
    }

    /**
     * A lecturer on the page.
     *
     * @param moves places won (above 0) or lost by the adjustment
     */
    record Line(
            String name,
            String department,
            FairScore score,
            @Nullable Integer rawRank,
            @Nullable Integer rank,
            int moves,
            @Nullable Integer cashRank,
            List<String> why) {}

    /** A finding on the page, with the names of its members by id. */
    record Finding(RingFinding found, String sentence, Map<String, String> names) {}

    /** One bar of the distribution; {@code share} of the highest, 0 to 100. */
    record Bar(int bin, int raters, int share) {}

    @GetMapping("/fairness")
    String latest(@RequestParam(required = false) @Nullable String period) {
        YearMonth month = period == null || period.isBlank() ? time.thisMonth().minusMonths(1) : Periods.parse(period);
        return "redirect:/fairness/" + month;
    }

    @GetMapping("/fairness/{period}")
    String month(
            @PathVariable String period,
            @RequestParam(defaultValue = "false") boolean all,
            Principal reader,
            Model model) {
        YearMonth month = Periods.parse(period);
        if (!groups.of(reader.getName()).contains("hr")) {
            throw Refusal.forbidden("fairness.onlyHr");
        }
        FairMonth found = scores.month(month).orElse(null);
        List<Line> lines = found == null ? List.of() : lines(found);
        model.addAttribute("period", month.toString());
        model.addAttribute("month", found);
        model.addAttribute("lines", all ? lines : lines.stream().limit(FIRST).toList());
        model.addAttribute("lecturers", lines.size());
        List<RingFinding> ofMonth = rings.of(month);
        List<RingFinding> ofOthers =
                ofMonth.stream().filter(one -> !one.concerns(reader.getName())).toList();
        model.addAttribute("own", ofMonth.size() - ofOthers.size());
        model.addAttribute(
                "findings",
                ofOthers.stream()
                        .map(one -> new Finding(one, ringWords.sentence(one), ringWords.names(one)))
                        .toList());
        model.addAttribute("bars", found == null ? List.of() : bars(found.severities()));
        return "incentive/fairness";
    }

    @PostMapping("/fairness/{period}/findings/{id}")
    String answer(
            @PathVariable String period,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String remark,
            Principal by,
            RedirectAttributes after) {
        if (!verdict.equals("released") && !verdict.equals("upheld")) {
            throw Refusal.invalid("verdict", "fairness.verdictNeeded");
        }
        answerFinding.answer(id, by.getName(), verdict.equals("released"), remark);
        after.addFlashAttribute("said", texts.text("fairness.ring.said"));
        return "redirect:/fairness/" + Periods.parse(period);
    }

    private List<Line> lines(FairMonth month) {
        Map<String, LecturerMonth> stored =
                results.of(month.period()).stream().collect(Collectors.toMap(LecturerMonth::lecturerId, one -> one));
        List<FairScore> found = scores.of(month.period());
        List<FairScore> ranked = found.stream()
                .filter(one -> one.raters() >= month.minimumRaters())
                .toList();
        Map<String, Integer> rank = places(ranked);
        Map<String, Integer> rawRank = places(ranked.stream()
                .sorted(Comparator.comparing(FairScore::rawMean).reversed().thenComparing(FairScore::lecturerId))
                .toList());
        List<Line> lines = new ArrayList<>();
        for (FairScore score : found) {
            LecturerMonth of = stored.get(score.lecturerId());
            Integer after = rank.get(score.lecturerId());
            Integer before = rawRank.get(score.lecturerId());
            lines.add(new Line(
                    of == null ? score.lecturerId() : of.name(),
                    of == null ? "" : of.department(),
                    score,
                    before,
                    after,
                    before == null || after == null ? 0 : before - after,
                    of == null ? null : of.ranks().rating(),
                    why(score)));
        }
        return lines;
    }

    private static Map<String, Integer> places(List<FairScore> inOrder) {
        Map<String, Integer> places = new HashMap<>();
        inOrder.forEach(one -> places.put(one.lecturerId(), places.size() + 1));
        return places;
    }

    /** What its raters' severity did, and what remains is the pull of few raters. */
    private List<String> why(FairScore score) {
        double levelled = -score.leniency().doubleValue();
        double pulled = score.mean().subtract(score.rawMean()).doubleValue() - levelled;
        List<String> why = new ArrayList<>();
        if (levelled >= LITTLE) {
            why.add(texts.text("fairness.why.strict", levelled));
        } else if (levelled <= -LITTLE) {
            why.add(texts.text("fairness.why.lenient", levelled));
        }
        if (Math.abs(pulled) >= LITTLE) {
            why.add(texts.text("fairness.why.few", pulled));
        }
        return why.isEmpty() ? List.of(texts.text("fairness.why.little")) : why;
    }

    private static List<Bar> bars(List<Integer> severities) {
        int most = Math.max(
                1, severities.stream().mapToInt(Integer::intValue).max().orElse(1));
        List<Bar> bars = new ArrayList<>();
        for (int bin = 0; bin < severities.size(); bin++) {
            bars.add(new Bar(bin, severities.get(bin), 100 * severities.get(bin) / most));
        }
        return bars;
    }
}
