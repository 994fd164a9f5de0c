package org.xinhuo.incentive.process.opportunity;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.ProcessBean;
import org.xinhuo.incentive.opportunity.PublishOffer;

/** Who is asked to apply. */
@Component("trainingCandidates")
@ProcessBean
public class TrainingCandidates {

    private final PublishOffer publish;

    TrainingCandidates(PublishOffer publish) {
        this.publish = publish;
    }

    /** @param execution of any offer: whom it is for depends on results alone */
    public List<String> of(DelegateExecution execution) {
        return publish.candidates();
    }
}
