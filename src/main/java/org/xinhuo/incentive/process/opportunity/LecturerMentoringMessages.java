package org.xinhuo.incentive.process.opportunity;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.MessageRights;
import org.xinhuo.incentive.opportunity.OfferMentoring;

/** Whoever has made an offer may take it back, also by message. */
@Component
class LecturerMentoringMessages implements MessageRights {

    private final OfferMentoring offer;

    LecturerMentoringMessages(OfferMentoring offer) {
        this.offer = offer;
    }

    @Override
    public Set<String> messages() {
        return Set.of(LecturerMentoringModel.OFFER_TAKEN_BACK);
    }

    @Override
    public void check(String message, String businessKey, String personId) {
        offer.expectMaker(businessKey, personId);
    }
}
