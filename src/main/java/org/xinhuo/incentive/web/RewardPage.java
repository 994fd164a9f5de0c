package org.xinhuo.incentive.web;

import java.security.Principal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
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
import org.xinhuo.incentive.correction.CorrectionStart;
import org.xinhuo.incentive.correction.MonthCorrection.Rules;
import org.xinhuo.incentive.fairness.RingFindings;
import org.xinhuo.incentive.review.ReviewStart;
import org.xinhuo.incentive.reward.AnswerRewards;
import org.xinhuo.incentive.reward.CorrectRewards;
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
            List<RewardLines.Line> entries =
                    lines.of(ledger.find(month, null), waiting(month, reader), reader.getName(), locale);
            model.addAttribute("lines", entries);
            model.addAttribute(
                    "waiting",
                    entries.stream().filter(RewardLines.Line::approvable).toList());
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
        return readers.pays(reader) ? new Waiting(tasks.waitingFor(reader.getName()), rings.held(month)) : Waiting.NONE;
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
            @RequestParam String period,
            Principal person,
            RedirectAttributes after) {
        readers.refuseUnlessPays(person);
        YearMonth month = Periods.parse(period);
        if (ids == null) {
            throw Refusal.invalid("ids", "reward.page.approve.nothing");
        }
        after.addFlashAttribute("count", answerRewards.approve(ids, person.getName()));
        return back(month, "reward.page.approved", after);
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
