package org.xinhuo.incentive.process.opportunity;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.TaskView;
import org.xinhuo.incentive.opportunity.TrainingOffer;
import org.xinhuo.incentive.opportunity.TrainingOffers;

/** Shows what is offered. */
@Component
class ApplyForTrainingView implements TaskView {

    private static final String NONE = "—";

    private final TrainingOffers offers;
    private final CompanyTime time;

    ApplyForTrainingView(TrainingOffers offers, CompanyTime time) {
        this.offers = offers;
        this.time = time;
    }

    @Override
    public String process() {
        return TrainingOfferModel.KEY;
    }

    @Override
    public String task() {
        return TrainingOfferModel.APPLY_FOR_TRAINING;
    }

    @Override
    public Map<String, Object> values(String businessKey) {
        TrainingOffer offer = offers.get(businessKey);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("training", offer.title());
        values.put("places", offer.places());
        values.put(
                "until",
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                        .format(offer.applyUntil().atZone(time.zone())));
        values.put(
                "startsOn", offer.startsOn() == null ? NONE : offer.startsOn().toString());
        values.put("description", offer.description() == null ? "" : offer.description());
        return values;
    }
}
