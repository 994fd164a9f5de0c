package org.xinhuo.incentive.opportunity;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.AgreedMentors;

/** Whoever has accepted an offer has agreed on the mentor of the mentorship that it begins. */
@Component
class AgreedByOffer implements AgreedMentors {

    private final MentoringOffers offers;

    AgreedByOffer(MentoringOffers offers) {
        this.offers = offers;
    }

    @Override
    public Optional<String> of(String mentorshipId, String menteeId) {
        return offers.find(mentorshipId)
                .filter(offer -> offer.state() == MentoringOffer.State.ACCEPTED
                        && offer.menteeId().equals(menteeId))
                .map(MentoringOffer::mentorId);
    }
}
