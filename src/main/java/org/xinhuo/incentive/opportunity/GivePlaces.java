package org.xinhuo.incentive.opportunity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.opportunity.TrainingApplication.State;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Groups;

/**
 * Ranks the applications for a training, gives its places, and gives those anew that become free. Each step holds the
 * offer first, so no place is given twice, and none is left free while somebody waits.
 */
@Component
@Transactional
public class GivePlaces {

    private final TrainingOffers offers;
    private final TrainingApplications applications;
    private final LecturerResults results;
    private final TrainingRules rules;
    private final OpportunityRights rights;
    private final Notices notices;
    private final Groups groups;
    private final CompanyTime time;

    GivePlaces(
            TrainingOffers offers,
            TrainingApplications applications,
            LecturerResults results,
            TrainingRules rules,
            OpportunityRights rights,
            Notices notices,
            Groups groups,
            CompanyTime time) {
        this.offers = offers;
        this.applications = applications;
        this.results = results;
        this.rules = rules;
        this.rights = rights;
        this.notices = notices;
        this.groups = groups;
        this.time = time;
    }

    /**
     * The deadline: closes the applications and ranks them by priority, then score, then who came first, then id.
     *
     * @return whether anybody wants to go
     */
    public boolean rank(String offerId) {
        TrainingOffer offer = offers.lock(offerId);
        if (offer.state() != TrainingOffer.State.OPEN) {
            return false; // Called off in the same moment.
        }
        dropLeavers(offer);
        List<LecturerResult> standing = results.ofApplicants(offerId);
        if (standing.isEmpty()) {
            offers.ended(offerId, TrainingOffer.State.UNUSED, time.now());
            notices.tell(groups.members("hr"), key(offer, "unused"), "training.unused", offer.link(), offer.title());
            return false;
        }
        applications.rank(offerId, standing, rules.priorities(standing));
        offers.ranked(offerId);
        notices.tell(
                groups.members("hr"),
                key(offer, "ranked"),
                "training.ranked",
                offer.link(),
                offer.title(),
                standing.size(),
                offer.places());
        return true;
    }

    /**
     * HR confirms the order: the first get the places, the others wait. As many statements for a thousand as for three.
     *
     * @throws Refusal for everybody else, for who has applied, and where the offer has ended meanwhile
     */
    public void confirm(String offerId, String by) {
        TrainingOffer offer = offers.lock(offerId);
        rights.check(by, OpportunityAction.CONFIRM_PLACES, offerId);
        if (offer.state() != TrainingOffer.State.RANKED) {
            throw Refusal.conflict("training.over", offer.title());
        }
        dropLeavers(offer);
        place(offer, State.APPLIED, "training.placed");
        List<String> waiting = applications.letWait(offerId);
        Map<String, List<Object>> numbers = new HashMap<>();
        for (String next : waiting) {
            numbers.put(next, List.of(offer.title(), numbers.size() + 1));
        }
        notices.tellEach(numbers, key(offer, "waiting"), "training.waiting", offer.link());
        offers.given(offerId, by, time.now());
    }

    /** Gives what is free to the next who wait; nothing before HR has confirmed, and nothing a second time. */
    public void fill(String offerId) {
        fill(offers.lock(offerId));
    }

    /** Who is gone loses application and place; the next who waits moves up. */
    public void releaseLeavers(String offerId) {
        TrainingOffer offer = offers.lock(offerId);
        if (offer.state().runs()) {
            dropLeavers(offer);
            fill(offer);
        }
    }

    /** The training begins: whoever still waits gets no place. */
    public void close(String offerId) {
        TrainingOffer offer = offers.lock(offerId);
        if (!offer.state().runs()) {
            return; // Called off in the same moment.
        }
        dropLeavers(offer);
        fill(offer);
        notices.tell(
                applications.endWaiting(offerId, State.UNPLACED, time.now()),
                key(offer, "unplaced"),
                "training.unplaced",
                offer.link(),
                offer.title());
        offers.ended(offerId, TrainingOffer.State.CLOSED, time.now());
    }

    private void fill(TrainingOffer offer) {
        if (offer.state() == TrainingOffer.State.GIVEN) {
            place(offer, State.WAITING, "training.movedUp");
        }
    }

    private void place(TrainingOffer offer, State from, String code) {
        notices.tellAtOnce(
                applications.placeNext(offer, from, groups.members("lecturer"), time.now()),
                key(offer, "placed/" + time.now()),
                code,
                offer.link(),
                offer.title());
    }

    private void dropLeavers(TrainingOffer offer) {
        applications.endAllBut(offer.id(), groups.members("lecturer"), time.now());
    }

    private static String key(TrainingOffer offer, String fact) {
        return "training/" + offer.id() + "/" + fact;
    }
}
