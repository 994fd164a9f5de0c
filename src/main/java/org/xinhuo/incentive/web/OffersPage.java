package org.xinhuo.incentive.web;

import java.security.Principal;
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
import org.xinhuo.base.ReaderTime;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.opportunity.ApplyForTraining;
import org.xinhuo.incentive.opportunity.CallOffTraining;
import org.xinhuo.incentive.opportunity.OpportunityAction;
import org.xinhuo.incentive.opportunity.OpportunityRights;
import org.xinhuo.incentive.opportunity.ShowOffers;
import org.xinhuo.incentive.opportunity.TrainingApplication;
import org.xinhuo.incentive.opportunity.TrainingOffer;
import org.xinhuo.incentive.opportunity.TrainingTasks;
import org.xinhuo.incentive.opportunity.WithdrawFromTraining;
import org.xinhuo.people.ReaderTimes;

/** The trainings on offer: lecturers apply and see where they stand, HR offers, takes back and calls off. */
@Controller
class OffersPage {

    private static final String BACK = "redirect:/offers";

    private final ShowOffers show;
    private final OpportunityRights rights;
    private final TrainingTasks tasks;
    private final ApplyForTraining apply;
    private final WithdrawFromTraining withdraw;
    private final CallOffTraining callOff;
    private final OutcomeTexts outcomes;
    private final ReaderTimes times;

    OffersPage(
            ShowOffers show,
            OpportunityRights rights,
            TrainingTasks tasks,
            ApplyForTraining apply,
            WithdrawFromTraining withdraw,
            CallOffTraining callOff,
            OutcomeTexts outcomes,
            ReaderTimes times) {
        this.show = show;
        this.rights = rights;
        this.tasks = tasks;
        this.apply = apply;
        this.withdraw = withdraw;
        this.callOff = callOff;
        this.outcomes = outcomes;
        this.times = times;
    }

    /** @param result grade and score in words */
    record Applicant(
            String lecturerId,
            String name,
            String state,
            boolean counts,
            @Nullable Integer rank,
            @Nullable Integer priority,
            String result,
            @Nullable Integer trainings,
            String reason) {}

    /**
     * @param until when applications close, in words
     * @param mine the state of the reader's own application, or null
     * @param withdrawable whether the reader may withdraw
     */
    record Line(
            TrainingOffer offer,
            String until,
            @Nullable String begins,
            boolean open,
            boolean runs,
            boolean toConfirm,
            @Nullable String mine,
            @Nullable Integer turn,
            boolean withdrawable,
            boolean mayApply,
            @Nullable List<Applicant> applicants,
            long counting) {}

    @GetMapping("/offers")
    String offers(Principal reader, Locale locale, Model model) {
        String me = reader.getName();
        ReaderTime time = times.of(me, locale);
        model.addAttribute(
                "lines", show.latest(me).stream().map(seen -> line(seen, time)).toList());
        model.addAttribute("offers", rights.may(me, OpportunityAction.PUBLISH_OFFER, null));
        model.addAttribute("takesBack", rights.may(me, OpportunityAction.WITHDRAW_OTHERS, null));
        model.addAttribute("confirms", rights.may(me, OpportunityAction.CONFIRM_PLACES, null));
        model.addAttribute("callsOff", rights.may(me, OpportunityAction.CALL_OFF, null));
        return "incentive/offers";
    }

    @PostMapping("/offers")
    String publish(
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String places,
            @RequestParam(required = false) @Nullable String applyUntil,
            @RequestParam(required = false) @Nullable String startsOn,
            @RequestParam(required = false) @Nullable String description,
            RedirectAttributes after) {
        tasks.publish(title, places, applyUntil, startsOn, description);
        return said(after, "training.new.done");
    }

    @PostMapping("/offers/{id}/application")
    String apply(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            Principal by,
            RedirectAttributes after) {
        apply.applyAnywhere(id, by.getName(), reason);
        return said(after, "training.apply.done");
    }

    @PostMapping("/offers/{id}/withdrawal")
    String withdraw(@PathVariable String id, Principal by, RedirectAttributes after) {
        withdraw.withdraw(id, by.getName());
        return said(after, "training.withdraw.done");
    }

    @PostMapping("/offers/{id}/withdrawal/{lecturerId}")
    String takeBack(
            @PathVariable String id,
            @PathVariable String lecturerId,
            @RequestParam(required = false) @Nullable String reason,
            Principal by,
            RedirectAttributes after) {
        withdraw.withdrawFor(id, lecturerId, by.getName(), reason);
        return said(after, "training.takeBack.done");
    }

    @PostMapping("/offers/{id}/cancellation")
    String callOff(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            Principal by,
            RedirectAttributes after) {
        callOff.callOff(id, by.getName(), reason);
        return said(after, "training.callOff.done");
    }

    private static String said(RedirectAttributes after, String code) {
        after.addFlashAttribute("said", code);
        return BACK;
    }

    private Line line(ShowOffers.Seen seen, ReaderTime time) {
        TrainingOffer offer = seen.offer();
        TrainingApplication mine = seen.mine();
        List<TrainingApplication> all = seen.applicants();
        return new Line(
                offer,
                time.moment(offer.applyUntil()),
                offer.startsOn() == null ? null : time.day(offer.startsOn()),
                offer.state() == TrainingOffer.State.OPEN,
                offer.state().runs(),
                offer.state() == TrainingOffer.State.RANKED,
                mine == null ? null : mine.state().name(),
                seen.myTurn(),
                mine != null && mine.state().counts() && offer.state().runs(),
                seen.mayApply(),
                all == null
                        ? null
                        : all.stream().map(one -> applicant(one, time)).toList(),
                all == null
                        ? 0
                        : all.stream().filter(one -> one.state().counts()).count());
    }

    private Applicant applicant(TrainingApplication one, ReaderTime time) {
        String grade = one.grade() == null || one.grade().isEmpty()
                ? "–"
                : outcomes.label(time.locale(), "incentive.grade", one.grade());
        return new Applicant(
                one.lecturerId(),
                one.name(),
                one.state().name(),
                one.state().counts(),
                one.rank(),
                one.priority(),
                one.score() == null ? grade : grade + " · " + one.score().toPlainString(),
                one.trainingsInAYear(),
                one.reason());
    }
}
