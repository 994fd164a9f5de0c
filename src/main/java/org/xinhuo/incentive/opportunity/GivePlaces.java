package org.xinhuo.incentive.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
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
        dropLeavers(offer);
        List<LecturerResult> standing = results.ofApplicants(offerId);
        if (standing.isEmpty()) {
            offers.ended(offerId, TrainingOffer.State.UNUSED, time.now());
            notices.tell(groups.members("hr"), key(offer, "unused"), "training.unused", offer.link(), offer.title());
            return false;
        }
        Map<String, Instant> appliedAt = applications.in(offerId, State.APPLIED).stream()
                .collect(Collectors.toMap(TrainingApplication::lecturerId, TrainingApplication::appliedAt));
        Map<String, TrainingRules.Priority> priorities = rules.priorities(standing);
        List<Applicant> order = standing.stream()
                .map(one -> new Applicant(
                        one,
                        Objects.requireNonNull(priorities.get(one.lecturerId())),
                        Objects.requireNonNull(appliedAt.get(one.lecturerId()))))
                .sorted(Applicant.ORDER)
                .toList();
        for (int index = 0; index < order.size(); index++) {
            Applicant one = order.get(index);
            applications.rank(offerId, one.result(), one.priority(), index + 1);
        }
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
     * HR confirms the order: the first get the places, the others wait.
     *
     * @throws org.xinhuo.base.Refusal for everybody else, and for who has applied
     */
    public void confirm(String offerId, String by) {
        TrainingOffer offer = offers.lock(offerId);
        rights.check(by, OpportunityAction.CONFIRM_PLACES, offerId);
        dropLeavers(offer);
        Iterator<Integer> free = applications.free(offer).iterator();
        for (TrainingApplication next : applications.in(offerId, State.APPLIED)) {
            if (free.hasNext()) {
                place(offer, next, free.next(), "training.placed");
            } else {
                applications.letWait(next);
                notices.tell(
                        next.lecturerId(),
                        key(offer, "waiting"),
                        "training.waiting",
                        offer.link(),
                        offer.title(),
                        next.rank() == null ? 0 : next.rank() - offer.places());
            }
        }
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
        dropLeavers(offer);
        fill(offer);
        for (TrainingApplication waiting : applications.in(offerId, State.WAITING)) {
            applications.end(waiting, State.UNPLACED, null, null, time.now());
            notices.tell(
                    waiting.lecturerId(), key(offer, "unplaced"), "training.unplaced", offer.link(), offer.title());
        }
        offers.ended(offerId, TrainingOffer.State.CLOSED, time.now());
    }

    private void fill(TrainingOffer offer) {
        if (offer.state() != TrainingOffer.State.GIVEN) {
            return;
        }
        Iterator<Integer> free = applications.free(offer).iterator();
        if (!free.hasNext()) {
            return;
        }
        Set<String> here = groups.members("lecturer");
        for (TrainingApplication next : applications.in(offer.id(), State.WAITING)) {
            if (!free.hasNext()) {
                return;
            }
            if (here.contains(next.lecturerId())) {
                place(offer, next, free.next(), "training.movedUp");
            }
        }
    }

    private void place(TrainingOffer offer, TrainingApplication next, int place, String code) {
        applications.place(next, place, time.now());
        notices.tellAtOnce(next.lecturerId(), key(offer, "placed/" + time.now()), code, offer.link(), offer.title());
    }

    private void dropLeavers(TrainingOffer offer) {
        Set<String> here = groups.members("lecturer");
        for (TrainingApplication one : applications.of(offer.id())) {
            if (one.state().counts() && !here.contains(one.lecturerId())) {
                applications.end(one, State.GONE, null, null, time.now());
            }
        }
    }

    /** Who applies, with what the order is made of. */
    private record Applicant(LecturerResult result, TrainingRules.Priority priority, Instant appliedAt) {

        static final Comparator<Applicant> ORDER = Comparator.comparing(
                        (Applicant one) -> one.priority().priority())
                .thenComparing(Applicant::score, Comparator.reverseOrder())
                .thenComparing(Applicant::appliedAt)
                .thenComparing(one -> one.result().lecturerId());

        /** Without a confirmed month, behind everybody with one. */
        BigDecimal score() {
            BigDecimal score = result.score();
            return score == null ? BigDecimal.ONE.negate() : score;
        }
    }

    private static String key(TrainingOffer offer, String fact) {
        return "training/" + offer.id() + "/" + fact;
    }
}
