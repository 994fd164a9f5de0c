package org.xinhuo.incentive.web;

import java.security.Principal;
import java.time.YearMonth;
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
import org.xinhuo.incentive.reward.CorrectRewards;
import org.xinhuo.incentive.reward.ReplaceReward;
import org.xinhuo.incentive.reward.ReverseReward;
import org.xinhuo.incentive.reward.RewardEntry;
import org.xinhuo.incentive.reward.RewardLedger;

/** Rewards on a page: one's own with the reason of each, and for those who pay or audit a month's ledger. */
@Controller
class RewardPage {

    private final RewardLedger ledger;
    private final ReverseReward reverseReward;
    private final ReplaceReward replaceReward;
    private final CorrectRewards correctRewards;
    private final RewardReaders readers;
    private final RewardLines lines;
    private final CompanyTime company;

    RewardPage(
            RewardLedger ledger,
            ReverseReward reverseReward,
            ReplaceReward replaceReward,
            CorrectRewards correctRewards,
            RewardReaders readers,
            RewardLines lines,
            CompanyTime company) {
        this.ledger = ledger;
        this.reverseReward = reverseReward;
        this.replaceReward = replaceReward;
        this.correctRewards = correctRewards;
        this.readers = readers;
        this.lines = lines;
        this.company = company;
    }

    @GetMapping("/rewards")
    String rewards(
            @RequestParam(required = false) @Nullable String period, Principal reader, Locale locale, Model model) {
        model.addAttribute("own", lines.of(ledger.find(null, reader.getName()), reader.getName(), locale));
        boolean readsAll = readers.readsAll(reader);
        model.addAttribute("readsAll", readsAll);
        model.addAttribute("pays", readers.pays(reader));
        if (readsAll) {
            YearMonth month =
                    period == null || period.isBlank() ? company.thisMonth().minusMonths(1) : Periods.parse(period);
            model.addAttribute("period", month.toString());
            model.addAttribute("lines", lines.of(ledger.find(month, null), reader.getName(), locale));
            model.addAttribute("differences", lines.ofDifferences(correctRewards.preview(month), locale));
        }
        return "incentive/rewards";
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
        correctRewards.correct(month, reason, person.getName());
        return back(month, "reward.page.corrected", after);
    }

    private static String back(YearMonth period, String said, RedirectAttributes after) {
        after.addFlashAttribute("said", said);
        return "redirect:/rewards?period=" + period;
    }
}
