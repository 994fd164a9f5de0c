package org.xinhuo.incentive.process.opportunity;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.MessageRights;
import org.xinhuo.incentive.opportunity.OpportunityAction;
import org.xinhuo.incentive.opportunity.OpportunityRights;
import org.xinhuo.incentive.opportunity.TrainingOffers;

/** Who may call a training off by message. That somebody has withdrawn, the application alone says. */
@Component
class TrainingMessages implements MessageRights {

    private final OpportunityRights rights;
    private final TrainingOffers offers;

    TrainingMessages(OpportunityRights rights, TrainingOffers offers) {
        this.rights = rights;
        this.offers = offers;
    }

    @Override
    public Set<String> messages() {
        return Set.of(TrainingOfferModel.CALLED_OFF);
    }

    @Override
    public void check(String message, String businessKey, String personId) {
        rights.check(
                personId, OpportunityAction.CALL_OFF, offers.get(businessKey).id());
    }
}
