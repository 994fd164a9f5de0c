package org.xinhuo.promotion.web;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.Texts;
import org.xinhuo.promotion.ShowGate;
import org.xinhuo.promotion.StartPromotion;
import org.xinhuo.promotion.WithdrawPromotion;

/** Every condition of a promotion before anybody applies; the button is there for who qualifies. */
@Controller
class PromotionPage {

    private final ShowGate gate;
    private final StartPromotion start;
    private final WithdrawPromotion withdrawal;
    private final Texts texts;

    PromotionPage(ShowGate gate, StartPromotion start, WithdrawPromotion withdrawal, Texts texts) {
        this.gate = gate;
        this.start = start;
        this.withdrawal = withdrawal;
        this.texts = texts;
    }

    /** @param employee whose, or null for the reader's own */
    @GetMapping("/promotion")
    String promotion(@RequestParam(required = false) @Nullable String employee, Principal reader, Model model) {
        String who = employee == null || employee.isBlank() ? reader.getName() : employee;
        model.addAttribute("own", who.equals(reader.getName()));
        model.addAttribute("gates", gate.ofEveryRole(who, reader.getName()));
        return "promotion/promotion";
    }

    /** The process asks the gate again: a page that was opened long ago opens nothing. */
    @PostMapping("/promotion")
    String apply(
            @RequestParam(required = false) @Nullable String employee,
            @RequestParam(defaultValue = "") String targetRole,
            Principal applicant,
            RedirectAttributes after) {
        boolean own = employee == null || employee.isBlank() || employee.equals(applicant.getName());
        start.apply(own ? null : employee, targetRole);
        after.addFlashAttribute("said", texts.text("promotion.page.applied.done"));
        if (!own) {
            after.addAttribute("employee", employee);
        }
        return "redirect:/promotion";
    }

    @PostMapping("/promotion/withdrawal")
    String withdraw(@RequestParam(defaultValue = "") String id, Principal applicant, RedirectAttributes after) {
        withdrawal.withdraw(id, applicant.getName());
        after.addFlashAttribute("said", texts.text("promotion.page.withdrawn"));
        return "redirect:/promotion";
    }
}
