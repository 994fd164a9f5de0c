package org.xinhuo.incentive.opportunity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Groups;

/** Reminds those who have not applied yet, and HR that applicants wait. */
@Component
@Transactional
public class RemindOfTraining {

    private final TrainingOffers offers;
    private final TrainingApplications applications;
    private final PublishOffer publish;
    private final Notices notices;
    private final Groups groups;

    RemindOfTraining(
            TrainingOffers offers,
            TrainingApplications applications,
            PublishOffer publish,
            Notices notices,
            Groups groups) {
        this.offers = offers;
        this.applications = applications;
        this.publish = publish;
        this.notices = notices;
        this.groups = groups;
    }

    /** Whoever qualifies now and has never applied for this one: who has withdrawn does not want to. */
    public void candidates(String offerId) {
        TrainingOffer offer = offers.get(offerId);
        List<String> applied = applications.of(offerId).stream()
                .map(TrainingApplication::lecturerId)
                .toList();
        notices.tell(
                publish.candidates().stream()
                        .filter(candidate -> !applied.contains(candidate))
                        .toList(),
                "training/" + offerId + "/reminder",
                "training.reminder",
                offer.link(),
                offer.title());
    }

    /** Who applied does not confirm, and is not reminded to. */
    public void hr(String offerId) {
        TrainingOffer offer = offers.get(offerId);
        notices.tell(
                groups.members("hr").stream()
                        .filter(person -> !applications.counts(offerId, person))
                        .toList(),
                "training/" + offerId + "/hr-reminder",
                "training.hrReminder",
                offer.link(),
                offer.title());
    }
}
