package org.xinhuo.incentive.process.opportunity;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.ProcessBean;
import org.xinhuo.incentive.opportunity.PublishOffer;

/** Who is asked to apply, a portion at a time. */
@Component("trainingCandidates")
@ProcessBean
public class TrainingCandidates {

    private final PublishOffer publish;

    TrainingCandidates(PublishOffer publish) {
        this.publish = publish;
    }

    /** The numbers of an offer's portions; none where nobody qualified. */
    public List<Integer> portions(DelegateExecution execution) {
        return publish.portions(execution.getProcessBusinessKey());
    }

    /** Those of one portion, or of all where the model knows no portions; nobody once the offer is open no longer. */
    public List<String> of(DelegateExecution execution) {
        return publish.asked(
                execution.getProcessBusinessKey(), (Integer) execution.getVariable(TrainingOfferModel.PORTION));
    }
}
