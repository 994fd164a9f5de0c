package org.xinhuo.incentive.opportunity;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** The offers as one reader may see them. */
@Component
@Transactional(readOnly = true)
public class ShowOffers {

    private static final int MOST = 50;

    private final TrainingOffers offers;
    private final TrainingApplications applications;
    private final OpportunityRights rights;
    private final CompanyTime time;

    ShowOffers(TrainingOffers offers, TrainingApplications applications, OpportunityRights rights, CompanyTime time) {
        this.offers = offers;
        this.applications = applications;
        this.rights = rights;
        this.time = time;
    }

    /**
     * What a reader sees of an offer.
     *
     * @param mine the reader's own application, or null
     * @param myTurn the place on the waiting list, from 1, or null
     * @param mayApply whether the reader may apply now
     * @param applicants everybody's, or null for who may not see them
     */
    public record Seen(
            TrainingOffer offer,
            @Nullable TrainingApplication mine,
            @Nullable Integer myTurn,
            boolean mayApply,
            @Nullable List<TrainingApplication> applicants) {}

    /** The latest, those that run first. @throws Refusal for who may not see offers */
    public List<Seen> latest(String readerId) {
        rights.check(readerId, OpportunityAction.READ_OFFERS, null);
        List<TrainingOffer> all = offers.latest(MOST);
        Map<String, TrainingApplication> mine =
                applications
                        .ofPerson(readerId, all.stream().map(TrainingOffer::id).toList())
                        .stream()
                        .collect(Collectors.toMap(TrainingApplication::offerId, one -> one));
        boolean qualifies = rights.may(readerId, OpportunityAction.APPLY, null);
        boolean readsAll = rights.may(readerId, OpportunityAction.READ_APPLICATIONS, null);
        return all.stream()
                .map(offer -> seen(offer, mine.get(offer.id()), qualifies, readsAll))
                .toList();
    }

    /** One. @throws Refusal for who may not see offers, and where there is none */
    public Seen of(String offerId, String readerId) {
        rights.check(readerId, OpportunityAction.READ_OFFERS, null);
        return seen(
                offers.get(offerId),
                applications.of(offerId, readerId).orElse(null),
                rights.may(readerId, OpportunityAction.APPLY, offerId),
                rights.may(readerId, OpportunityAction.READ_APPLICATIONS, null));
    }

    private Seen seen(TrainingOffer offer, @Nullable TrainingApplication mine, boolean qualifies, boolean readsAll) {
        boolean open = offer.state() == TrainingOffer.State.OPEN && !time.now().isAfter(offer.applyUntil());
        return new Seen(
                offer,
                mine,
                mine != null && mine.state() == TrainingApplication.State.WAITING
                        ? applications.waitingBefore(mine) + 1
                        : null,
                qualifies && open && (mine == null || !mine.state().counts()),
                readsAll ? applications.of(offer.id()) : null);
    }
}
