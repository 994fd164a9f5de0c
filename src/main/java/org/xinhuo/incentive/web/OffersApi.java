package org.xinhuo.incentive.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.incentive.opportunity.ApplyForTraining;
import org.xinhuo.incentive.opportunity.CallOffTraining;
import org.xinhuo.incentive.opportunity.ShowOffers;
import org.xinhuo.incentive.opportunity.TrainingApplication;
import org.xinhuo.incentive.opportunity.TrainingOffer;
import org.xinhuo.incentive.opportunity.TrainingTasks;
import org.xinhuo.incentive.opportunity.WithdrawFromTraining;

/** External trainings over HTTP: offer, apply, withdraw, call off. */
@RestController
@RequestMapping("/api/training-offers")
class OffersApi {

    private final ShowOffers show;
    private final TrainingTasks tasks;
    private final ApplyForTraining apply;
    private final WithdrawFromTraining withdraw;
    private final CallOffTraining callOff;

    OffersApi(
            ShowOffers show,
            TrainingTasks tasks,
            ApplyForTraining apply,
            WithdrawFromTraining withdraw,
            CallOffTraining callOff) {
        this.show = show;
        this.tasks = tasks;
        this.apply = apply;
        this.withdraw = withdraw;
        this.callOff = callOff;
    }

    /**
     * A training to offer.
     *
     * @param applyUntil ISO 8601, with an offset or in the company's time zone
     * @param startsOn the first day of the training, or null
     */
    record OfferRequest(
            @Nullable String title,
            @Schema(type = "integer") @Nullable String places,
            @Nullable String applyUntil,
            @Nullable String startsOn,
            @Nullable String description) {}

    record Reason(@Nullable String reason) {}

    record Published(String id) {}

    /**
     * @param rank from 1, null before the deadline
     * @param result what counted: the grade and score of the latest confirmed month, the title, trainings in a year
     */
    record Applicant(
            String lecturerId,
            String state,
            Instant appliedAt,
            @Nullable Integer rank,
            @Nullable Integer priority,
            @Nullable String grade,
            @Nullable BigDecimal score,
            @Nullable String title,
            @Nullable Integer trainingsInAYear,
            @Nullable Decision decision) {

        static Applicant of(TrainingApplication one) {
            Integer version = one.priorityVersion();
            return new Applicant(
                    one.lecturerId(),
                    one.state().name().toLowerCase(Locale.ROOT),
                    one.appliedAt(),
                    one.rank(),
                    one.priority(),
                    blankAsNull(one.grade()),
                    one.score(),
                    blankAsNull(one.title()),
                    one.trainingsInAYear(),
                    version == null ? null : new Decision("training-priority", version));
        }

        private static @Nullable String blankAsNull(@Nullable String text) {
            return text == null || text.isEmpty() ? null : text;
        }
    }

    record Decision(String key, int version) {}

    /**
     * @param mine the reader's own application, or null
     * @param waitingNumber the reader's number on the waiting list, from 1, or null
     * @param applicants everybody's, for HR, auditors and administrators; null for all others
     */
    record OfferView(
            String id,
            String title,
            @Nullable String description,
            int places,
            Instant applyUntil,
            @Nullable String startsOn,
            String state,
            boolean mayApply,
            @Nullable Applicant mine,
            @Nullable Integer waitingNumber,
            @Nullable List<Applicant> applicants) {

        static OfferView of(ShowOffers.Seen seen) {
            TrainingOffer offer = seen.offer();
            TrainingApplication mine = seen.mine();
            List<TrainingApplication> all = seen.applicants();
            return new OfferView(
                    offer.id(),
                    offer.title(),
                    offer.description(),
                    offer.places(),
                    offer.applyUntil(),
                    offer.startsOn() == null ? null : offer.startsOn().toString(),
                    offer.state().name().toLowerCase(Locale.ROOT),
                    seen.mayApply(),
                    mine == null ? null : Applicant.of(mine),
                    seen.myTurn(),
                    all == null ? null : all.stream().map(Applicant::of).toList());
        }
    }

    /** For lecturers, HR, auditors and administrators: those that run first, at most fifty. */
    @GetMapping
    List<OfferView> offers(Principal reader) {
        return show.latest(reader.getName()).stream().map(OfferView::of).toList();
    }

    @GetMapping("/{id}")
    OfferView offer(@PathVariable String id, Principal reader) {
        return OfferView.of(show.of(id, reader.getName()));
    }

    /** By HR and administrators. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Published publish(@RequestBody OfferRequest request) {
        return new Published(tasks.publish(
                request.title(), request.places(), request.applyUntil(), request.startsOn(), request.description()));
    }

    /** By who qualifies, until the deadline. */
    @PutMapping("/{id}/applications/mine")
    OfferView apply(@PathVariable String id, @RequestBody Reason request, Principal by) {
        apply.applyAnywhere(id, by.getName(), request.reason());
        return offer(id, by);
    }

    /** Until the training begins; the next who waits moves up. */
    @DeleteMapping("/{id}/applications/mine")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id, Principal by) {
        withdraw.withdraw(id, by.getName());
    }

    /** By HR, with a reason that the lecturer reads. */
    @DeleteMapping("/{id}/applications/{lecturerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(
            @PathVariable String id,
            @PathVariable String lecturerId,
            @RequestParam(required = false) @Nullable String reason,
            Principal by) {
        withdraw.withdrawFor(id, lecturerId, by.getName(), reason);
    }

    /** By HR and administrators, with a reason that everybody who applied reads. */
    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void callOff(@PathVariable String id, @RequestBody Reason request, Principal by) {
        callOff.callOff(id, by.getName(), request.reason());
    }
}
