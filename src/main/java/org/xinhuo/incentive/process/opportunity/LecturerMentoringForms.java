package org.xinhuo.incentive.process.opportunity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.TaskForm;
import org.xinhuo.engine.TaskForms;
import org.xinhuo.engine.TaskView;
import org.xinhuo.incentive.opportunity.MentoringOffer;
import org.xinhuo.incentive.opportunity.MentoringOffers;
import org.xinhuo.incentive.opportunity.OfferMentoring;

/** What the new lecturer is asked, and shown. */
@Component
class LecturerMentoringForms implements TaskForms, TaskView {

    private final MentoringOffers offers;

    LecturerMentoringForms(MentoringOffers offers) {
        this.offers = offers;
    }

    @Override
    public List<TaskForm> taskForms() {
        return List.of(TaskForm.of(
                LecturerMentoringModel.KEY,
                LecturerMentoringModel.ACCEPT_MENTORING_OFFER,
                FormField.flag(LecturerMentoringModel.ACCEPTED).keptInProcess(),
                FormField.text(LecturerMentoringModel.REASON, OfferMentoring.LONGEST_WORDS)
                        .optional()));
    }

    @Override
    public String process() {
        return LecturerMentoringModel.KEY;
    }

    @Override
    public String task() {
        return LecturerMentoringModel.ACCEPT_MENTORING_OFFER;
    }

    @Override
    public Map<String, Object> values(String businessKey) {
        MentoringOffer offer = offers.get(businessKey);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("mentor", offer.mentorName());
        values.put("words", offer.words() == null ? "" : offer.words());
        return values;
    }
}
