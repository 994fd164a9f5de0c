package org.xinhuo.incentive.process.opportunity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.TaskView;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.opportunity.TrainingApplication;
import org.xinhuo.incentive.opportunity.TrainingApplications;
import org.xinhuo.incentive.opportunity.TrainingOffer;
import org.xinhuo.incentive.opportunity.TrainingOffers;

/** Shows HR the order with the figures behind it. */
@Component
class ConfirmPlacesView implements TaskView {

    private static final String NONE = "—";

    private final TrainingOffers offers;
    private final TrainingApplications applications;
    private final OutcomeTexts outcomes;

    ConfirmPlacesView(TrainingOffers offers, TrainingApplications applications, OutcomeTexts outcomes) {
        this.offers = offers;
        this.applications = applications;
        this.outcomes = outcomes;
    }

    @Override
    public String process() {
        return TrainingOfferModel.KEY;
    }

    @Override
    public String task() {
        return TrainingOfferModel.CONFIRM_PLACES;
    }

    @Override
    public Map<String, Object> values(String businessKey) {
        TrainingOffer offer = offers.get(businessKey);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (TrainingApplication one : applications.of(businessKey)) {
            if (one.state() == TrainingApplication.State.APPLIED) {
                rows.add(row(one, rows.size() + 1));
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("training", offer.title());
        values.put("places", offer.places());
        values.put("applications", rows.size());
        values.put("applicants", rows);
        return values;
    }

    private Map<String, Object> row(TrainingApplication one, int rank) {
        String grade =
                one.grade() == null || one.grade().isEmpty() ? NONE : outcomes.label("incentive.grade", one.grade());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("rank", rank);
        row.put("name", one.name());
        row.put("priority", one.priority());
        row.put(
                "result",
                one.score() == null ? grade : grade + " · " + one.score().toPlainString());
        row.put("recent", one.trainingsInAYear());
        row.put("reason", one.reason());
        return row;
    }
}
