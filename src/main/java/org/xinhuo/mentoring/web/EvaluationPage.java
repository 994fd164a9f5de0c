package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.process.EvaluationProcess;

/** The button with which HR goes on without an answer, on the overview of a mentorship. */
@Controller
class EvaluationPage {

    private final EvaluationProcess evaluation;
    private final Texts texts;

    EvaluationPage(EvaluationProcess evaluation, Texts texts) {
        this.evaluation = evaluation;
        this.texts = texts;
    }

    @PostMapping("/mentorships/{id}/evaluation/waiver")
    String waive(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            Locale locale,
            RedirectAttributes after) {
        evaluation.waive(id, person.getName(), answer, reason);
        after.addFlashAttribute("said", texts.text(locale, "mentoring.evaluation.waived"));
        after.addAttribute("id", id);
        return "redirect:/mentorships/{id}";
    }
}
