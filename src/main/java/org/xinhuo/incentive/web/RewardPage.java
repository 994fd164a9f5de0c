package org.xinhuo.incentive.web;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import org.xinhuo.base.Money;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.correction.CorrectionStart;
import org.xinhuo.incentive.correction.MonthCorrection.Rules;
import org.xinhuo.incentive.fairness.RingFindings;
import org.xinhuo.incentive.review.ReviewStart;
import org.xinhuo.incentive.reward.AnswerRewards;
import org.xinhuo.incentive.reward.CorrectRewards;
import org.xinhuo.incentive.reward.LostRewards;
import org.xinhuo.incentive.reward.ReplaceReward;
import org.xinhuo.incentive.reward.ReverseReward;
import org.xinhuo.incentive.reward.RewardEntry;
import org.xinhuo.incentive.reward.RewardLedger;
import org.xinhuo.incentive.reward.RewardTasks;
import org.xinhuo.incentive.scoring.MonthlyResults;
import org.xinhuo.incentive.web.RewardLines.Waiting;

/** Rewards on a page: one's own with the reason of each, and for those who pay or audit a month's ledger. */
@Controller
class RewardPage {

    private final RewardLedger ledger;
    private final ReverseReward reverseReward;
    private final ReplaceReward replaceReward;
    private final CorrectRewards correctRewards;
    private final CorrectionStart correction;
    private final AnswerRewards answerRewards;
    private final RewardTasks tasks;
    private final LostRewards lostRewards;
    private final RingFindings rings;
    private final ReviewStart reviewStart;
    private final MonthlyResults results;
    private final RewardReaders readers;
    private final RewardLines lines;
    private final CompanyTime company;
    private final Texts texts;

    RewardPage(
            RewardLedger ledger,
            ReverseReward reverseReward,
            ReplaceReward replaceReward,
            CorrectRewards correctRewards,
            CorrectionStart correction,
            AnswerRewards answerRewards,
            RewardTasks tasks,
            LostRewards lostRewards,
            RingFindings rings,
            ReviewStart reviewStart,
            MonthlyResults results,
            RewardReaders readers,
            RewardLines lines,
            CompanyTime company,
            Texts texts) {
        this.ledger = ledger;
        this.reverseReward = reverseReward;
        this.replaceReward = replaceReward;
        this.correctRewards = correctRewards;
        this.correction = correction;
        this.answerRewards = answerRewards;
        this.tasks = tasks;
        this.lostRewards = lostRewards;
        this.rings = rings;
        this.reviewStart = reviewStart;
        this.results = results;
        this.readers = readers;
        this.lines = lines;
        this.company = company;
        this.texts = texts;
    }

    @GetMapping("/rewards")
    String rewards(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = "false") boolean differences,
            Principal reader,
            Locale locale,
            Model model) {
        model.addAttribute(
                "own", lines.of(ledger.find(null, reader.getName()), Waiting.NONE, reader.getName(), locale));
        boolean readsAll = readers.readsAll(reader);
        model.addAttribute("readsAll", readsAll);
        model.addAttribute("pays", readers.pays(reader));
        if (readsAll) {
            YearMonth month =
                    period == null || period.isBlank() ? company.thisMonth().minusMonths(1) : Periods.parse(period);
            model.addAttribute("period", month.toString());
            model.addAttribute("monthName", texts.month(locale, month));
            List<RewardEntry> ofMonth = ledger.find(month, null);
            List<RewardLines.Line> entries = lines.of(ofMonth, waiting(month, reader), reader.getName(), locale);
            model.addAttribute("sums", RewardLines.sums(ofMonth));
            // What somebody has to do stands apart, once.
            model.addAttribute(
                    "lines", entries.stream().filter(line -> !line.open()).toList());
            model.addAttribute("empty", entries.isEmpty());
            model.addAttribute(
                    "lost", entries.stream().filter(RewardLines.Line::lost).toList());
            model.addAttribute("lostReview", reviewStart.isLost(month));
            model.addAttribute("waitingSums", waitingSums(ofMonth, entries));
            model.addAttribute(
                    "waiting",
                    entries.stream()
                            .filter(line -> line.approvable() && !line.lost())
                            .toList());
            model.addAttribute(
                    "held", entries.stream().filter(RewardLines.Line::held).toList());
            model.addAttribute("notConfirmed", !results.isConfirmed(month));
            // Only when asked for: it takes the whole month and the tables of today.
            model.addAttribute(
                    "differences", differences ? lines.ofDifferences(correctRewards.preview(month), locale) : null);
        }
        return "incentive/rewards";
    }

    private Waiting waiting(YearMonth month, Principal reader) {
        Set<String> lost = lostRewards.of(month).stream().map(RewardEntry::id).collect(Collectors.toSet());
        return readers.pays(reader)
                ? new Waiting(tasks.waitingFor(reader.getName()), rings.held(month), lost)
                : new Waiting(Set.of(), Set.of(), lost);
    }

    /** What the reader may approve together, by currency. */
    private static List<String> waitingSums(List<RewardEntry> ofMonth, List<RewardLines.Line> entries) {
        Set<String> approvable = entries.stream()
                .filter(RewardLines.Line::approvable)
                .map(RewardLines.Line::id)
                .collect(Collectors.toSet());
        Map<String, BigDecimal> sums = new TreeMap<>();
        ofMonth.stream()
                .filter(entry ->
                        approvable.contains(entry.id()) && entry.amount().signum() != 0)
                .forEach(entry -> sums.merge(entry.currency(), entry.amount(), BigDecimal::add));
        return sums.entrySet().stream()
                .map(sum -> Money.of(sum.getValue(), sum.getKey()))
                .toList();
    }

    @PostMapping("/rewards/reviews")
    String review(@RequestParam String period, Principal person, RedirectAttributes after) {
        readers.refuseUnlessPays(person);
        YearMonth month = Periods.parse(period);
        reviewStart.start(month);
        return back(month, "reward.page.reviewing", after);
    }

    @PostMapping("/rewards/approvals")
    String approve(
            @RequestParam(required = false) @Nullable List<String> ids,
            @RequestParam(defaultValue = "0") int done,
            @RequestParam String period,
            Principal person,
            RedirectAttributes after) {
        readers.refuseUnlessPays(person);
        YearMonth month = Periods.parse(period);
        if (ids == null) {
            throw Refusal.invalid("ids", "reward.page.approve.nothing");
        }
        // Each request is one transaction of bounded length; the page sends the others by itself.
        List<String> now = ids.subList(0, Math.min(ids.size(), AnswerRewards.PORTION));
        int count = done + answerRewards.approve(now, person.getName());
        List<String> later = ids.subList(now.size(), ids.size());
        after.addFlashAttribute("count", count);
        after.addFlashAttribute("later", later);
        return back(month, later.isEmpty() ? "reward.page.approved" : "reward.page.approving", after);
    }

    /** Takes an entry up again that nothing carries on. */
    @PostMapping("/rewards/{id}/continuation")
    String takeUp(@PathVariable String id, Principal person, RedirectAttributes after) {
        readers.refuseUnlessPays(person);
        YearMonth period = ledger.get(id).period();
        tasks.start(id);
        return back(period, "reward.page.continued", after);
    }

    @PostMapping("/rewards/{id}/reversal")
    String reverse(@PathVariable String id, @RequestParam String reason, Principal person, RedirectAttributes after) {
        readers.refuseUnlessPays(person);
        RewardEntry entry = reverseReward.reverse(id, person.getName(), reason);
        return back(entry.period(), "reward.page.reversed", after);
    }

    @PostMapping("/rewards/{id}/replacement")
    String replace(@PathVariable String id, @RequestParam String reason, Principal person, RedirectAttributes after) {
        readers.refuseUnlessPays(person);
        RewardEntry entry = replaceReward.replace(id, person.getName(), reason);
        return back(entry.period(), "reward.page.replaced", after);
    }

    @PostMapping("/rewards/corrections/{period}")
    String correct(
            @PathVariable String period, @RequestParam String reason, Principal person, RedirectAttributes after) {
        readers.refuseUnlessPays(person);
        YearMonth month = Periods.parse(period);
        correction.request(month, reason, Rules.REWARDS);
        return back(month, "reward.page.corrected", after);
    }

    private static String back(YearMonth period, String said, RedirectAttributes after) {
        after.addFlashAttribute("said", said);
        return "redirect:/rewards?period=" + period;
    }
}
