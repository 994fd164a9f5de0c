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
import org.xinhuo.incentive.opportunity.MentoringOffer;
import org.xinhuo.incentive.opportunity.MentoringOffers;
import org.xinhuo.incentive.opportunity.MentoringTasks;
import org.xinhuo.incentive.opportunity.OfferMentoring;
import org.xinhuo.incentive.opportunity.OpportunityAction;
import org.xinhuo.incentive.opportunity.OpportunityRights;
import org.xinhuo.people.ReaderTimes;

/** Excellent lecturers offer to mentor new ones, who answer. */
@Controller
class MentoringOffersPage {

    private static final int MOST = 30;
    private static final String BACK = "redirect:" + MentoringOffer.PAGE;

    private final MentoringOffers offers;
    private final MentoringTasks tasks;
    private final OfferMentoring offerMentoring;
    private final OpportunityRights rights;
    private final ReaderTimes times;

    MentoringOffersPage(
            MentoringOffers offers,
            MentoringTasks tasks,
            OfferMentoring offerMentoring,
            OpportunityRights rights,
            ReaderTimes times) {
        this.offers = offers;
        this.tasks = tasks;
        this.offerMentoring = offerMentoring;
        this.rights = rights;
        this.times = times;
    }

    /** @param mine whether the reader has made it; {@code asked} whether the reader is asked and has not answered */
    record Line(MentoringOffer offer, boolean mine, boolean asked, boolean open, String due) {}

    /** @param since a day as the reader writes it */
    record NewLecturer(String id, String name, String since) {}

    @GetMapping(MentoringOffer.PAGE)
    String offers(Principal reader, Locale locale, Model model) {
        String me = reader.getName();
        ReaderTime time = times.of(me, locale);
        boolean entitled = rights.may(me, OpportunityAction.OFFER_MENTORING, null);
        boolean all = rights.may(me, OpportunityAction.READ_MENTORING_OFFERS, null);
        model.addAttribute(
                "lines",
                (all ? offers.latest(MOST) : offers.of(me, MOST))
                        .stream().map(offer -> line(offer, me, time)).toList());
        model.addAttribute("entitled", entitled);
        model.addAttribute(
                "newLecturers",
                entitled
                        ? offerMentoring.newLecturers().stream()
                                .filter(one -> !one.id().equals(me))
                                .map(one -> new NewLecturer(one.id(), one.name(), time.day(one.since())))
                                .toList()
                        : List.of());
        return "incentive/mentoring-offers";
    }

    @PostMapping(MentoringOffer.PAGE)
    String offer(
            @RequestParam(required = false) @Nullable String menteeId,
            @RequestParam(required = false) @Nullable String words,
            RedirectAttributes after) {
        tasks.offer(menteeId, words);
        return said(after, "mentorOffer.made.done");
    }

    @PostMapping(MentoringOffer.PAGE + "/{id}/answer")
    String answer(
            @PathVariable String id,
            @RequestParam boolean accepted,
            @RequestParam(required = false) @Nullable String reason,
            Principal by,
            RedirectAttributes after) {
        offerMentoring.reply(id, by.getName(), accepted, reason);
        return said(after, accepted ? "mentorOffer.accept.done" : "mentorOffer.decline.done");
    }

    @PostMapping(MentoringOffer.PAGE + "/{id}/end")
    String takeBack(@PathVariable String id, Principal by, RedirectAttributes after) {
        offerMentoring.takeBack(id, by.getName());
        return said(after, "mentorOffer.takeBack.done");
    }

    private static String said(RedirectAttributes after, String code) {
        after.addFlashAttribute("said", code);
        return BACK;
    }

    private static Line line(MentoringOffer offer, String me, ReaderTime time) {
        boolean open = offer.state() == MentoringOffer.State.OPEN;
        return new Line(
                offer,
                offer.mentorId().equals(me),
                open && offer.menteeId().equals(me),
                open,
                time.moment(offer.dueAt()));
    }
}
