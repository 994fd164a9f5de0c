package org.xinhuo.incentive.web;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.opportunity.MentoringOffer;
import org.xinhuo.incentive.opportunity.MentoringOffers;
import org.xinhuo.incentive.opportunity.MentoringTasks;
import org.xinhuo.incentive.opportunity.OfferMentoring;
import org.xinhuo.incentive.opportunity.OpportunityAction;
import org.xinhuo.incentive.opportunity.OpportunityRights;

/** Offers to mentor new lecturers over HTTP. */
@RestController
@RequestMapping("/api/mentoring-offers")
class MentoringOffersApi {

    private static final int MOST = 100;

    private final MentoringOffers offers;
    private final MentoringTasks tasks;
    private final OfferMentoring offerMentoring;
    private final OpportunityRights rights;

    MentoringOffersApi(
            MentoringOffers offers, MentoringTasks tasks, OfferMentoring offerMentoring, OpportunityRights rights) {
        this.offers = offers;
        this.tasks = tasks;
        this.offerMentoring = offerMentoring;
        this.rights = rights;
    }

    /** @param menteeId a new lecturer */
    record OfferRequest(@Nullable String menteeId, @Nullable String words) {}

    record AnswerRequest(
            @Nullable Boolean accepted, @Nullable String reason) {}

    record Made(String id) {}

    /**
     * @param id also that of the mentorship, once it is accepted
     * @param state {@code open}, {@code accepted}, {@code declined}, {@code lapsed}, {@code taken_back} or
     *     {@code right_ended}
     */
    record OfferView(
            String id,
            String mentorId,
            String menteeId,
            @Nullable String words,
            String state,
            Instant madeAt,
            Instant dueAt,
            @Nullable String answer) {

        static OfferView of(MentoringOffer offer) {
            return new OfferView(
                    offer.id(),
                    offer.mentorId(),
                    offer.menteeId(),
                    offer.words(),
                    offer.state().name().toLowerCase(Locale.ROOT),
                    offer.madeAt(),
                    offer.dueAt(),
                    offer.answer());
        }
    }

    /** The reader's own, made or received; HR, auditors and administrators see everybody's. */
    @GetMapping
    List<OfferView> offers(Principal reader) {
        String me = reader.getName();
        boolean all = rights.may(me, OpportunityAction.READ_MENTORING_OFFERS, null);
        return (all ? offers.latest(MOST) : offers.of(me, MOST))
                .stream().map(OfferView::of).toList();
    }

    /** By excellent lecturers, to new ones. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made offer(@RequestBody OfferRequest request) {
        return new Made(tasks.offer(request.menteeId(), request.words()));
    }

    /** By who was asked; accepting starts the mentorship of the same id. */
    @PostMapping("/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable String id, @RequestBody AnswerRequest request, Principal by) {
        if (request.accepted() == null) {
            throw Refusal.invalid("accepted", "form.required", "accepted");
        }
        offerMentoring.reply(id, by.getName(), request.accepted(), request.reason());
    }

    /** By who has made it, while nobody has answered. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String id, Principal by) {
        offerMentoring.takeBack(id, by.getName());
    }
}
