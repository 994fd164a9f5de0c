package org.xinhuo.incentive.opportunity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.notification.Notices;

/** HR offers a training to the lecturers who qualify. */
@Component
@Transactional
public class PublishOffer {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_DESCRIPTION = 2000;
    public static final int MOST_PLACES = 1000;

    /** How many are asked to apply in one step. */
    static final int PORTION = 50;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private final TrainingOffers offers;
    private final TrainingRules rules;
    private final LecturerResults results;
    private final OpportunityRights rights;
    private final Notices notices;
    private final CompanyTime time;

    PublishOffer(
            TrainingOffers offers,
            TrainingRules rules,
            LecturerResults results,
            OpportunityRights rights,
            Notices notices,
            CompanyTime time) {
        this.offers = offers;
        this.rules = rules;
        this.results = results;
        this.rights = rights;
        this.notices = notices;
        this.time = time;
    }

    /**
     * Stores the offer and tells everybody who qualifies.
     *
     * @param wantedId the id to give, or null for a new one
     * @param startsOn the first day of the training, or null
     * @param by who publishes it, or null for the application itself
     * @throws Refusal where the person may not, the deadline is past, or the training would begin before it
     */
    public TrainingOffer publish(
            @Nullable String wantedId,
            String title,
            @Nullable String description,
            int places,
            Instant applyUntil,
            @Nullable LocalDate startsOn,
            @Nullable String by) {
        if (by != null) {
            rights.check(by, OpportunityAction.PUBLISH_OFFER, null);
        }
        if (wantedId != null && (!ID.matcher(wantedId).matches() || offers.exists(wantedId))) {
            throw Refusal.invalid("businessKey", "training.keyTaken", wantedId);
        }
        if (!applyUntil.isAfter(time.now())) {
            throw Refusal.invalid("applyUntil", "training.deadlinePast");
        }
        Instant startsAt = startsOn == null ? null : time.startOf(startsOn);
        if (startsAt != null && startsAt.isBefore(applyUntil)) {
            throw Refusal.invalid("startsOn", "training.beginsBeforeDeadline");
        }
        TrainingRules.Terms terms = rules.terms(places, applyUntil, startsAt);
        TrainingOffer offer = new TrainingOffer(
                wantedId == null ? UUID.randomUUID().toString() : wantedId,
                title,
                description,
                places,
                applyUntil,
                startsOn,
                TrainingOffer.State.OPEN,
                time.now(),
                terms.remindAt(),
                terms.confirmBy(),
                terms.closeAt(),
                null,
                null);
        offers.add(offer, by, terms.version());
        List<String> candidates = candidates();
        offers.ask(offer.id(), candidates, PORTION);
        notices.tell(
                candidates, "training/" + offer.id() + "/published", "training.published", offer.link(), title, places);
        return offer;
    }

    /** The numbers of the portions in which those who qualified are asked. */
    @Transactional(readOnly = true)
    public List<Integer> portions(String offerId) {
        return offers.portions(offerId);
    }

    /**
     * Who is to be asked, by id.
     *
     * @param portion its number, or null for all
     * @return nobody once the offer is open no longer
     */
    @Transactional(readOnly = true)
    public List<String> asked(String offerId, @Nullable Integer portion) {
        return offers.asked(offerId, portion);
    }

    /** Who qualifies now, by id. */
    @Transactional(readOnly = true)
    public List<String> candidates() {
        return rules.qualified(results.all()).stream()
                .map(LecturerResult::lecturerId)
                .toList();
    }
}
