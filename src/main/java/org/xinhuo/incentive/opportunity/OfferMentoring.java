package org.xinhuo.incentive.opportunity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.incentive.merit.MeritRights;
import org.xinhuo.incentive.opportunity.MentoringOffer.State;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.EnrolMentor;

/**
 * Excellent lecturers offer to mentor new ones, by {@code merit-rights} and {@code new-lecturer}. The right is asked with
 * the offer and again when it is accepted; what has begun goes on, whatever the results are then.
 */
@Component
@Transactional
public class OfferMentoring {

    public static final int LONGEST_WORDS = 500;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private final MentoringOffers offers;
    private final Mentorships mentorships;
    private final MeritRights merit;
    private final Decisions decisions;
    private final EnrolMentor enrol;
    private final OpportunityRights rights;
    private final MentoringTasks tasks;
    private final Notices notices;
    private final CompanyTime time;

    OfferMentoring(
            MentoringOffers offers,
            Mentorships mentorships,
            MeritRights merit,
            Decisions decisions,
            EnrolMentor enrol,
            OpportunityRights rights,
            MentoringTasks tasks,
            Notices notices,
            CompanyTime time) {
        this.offers = offers;
        this.mentorships = mentorships;
        this.merit = merit;
        this.decisions = decisions;
        this.enrol = enrol;
        this.rights = rights;
        this.tasks = tasks;
        this.notices = notices;
        this.time = time;
    }

    /** Whom an excellent lecturer may offer it to. */
    public record NewLecturer(String id, String name, LocalDate since) {}

    /** The new lecturers of the company, the newest first. */
    @Transactional(readOnly = true)
    public List<NewLecturer> newLecturers() {
        Decisions.Preview table = decisions.preview("new-lecturer");
        return offers.candidates(time.today()).stream()
                .filter(one -> table.decide(inputs(one)).first().flag("isNew"))
                .map(one -> new NewLecturer(one.id(), one.name(), one.since()))
                .toList();
    }

    /**
     * The first step of the process.
     *
     * @param wantedId the id to give, or null for a new one
     * @param by who offers
     * @throws Refusal where the result of who offers does not open this, the other is no new lecturer or the same person, is
     *     mentored already, or such an offer waits for an answer
     */
    public MentoringOffer open(@Nullable String wantedId, String menteeId, @Nullable String words, String by) {
        rights.check(by, OpportunityAction.OFFER_MENTORING, null);
        if (wantedId != null
                && (!ID.matcher(wantedId).matches() || offers.find(wantedId).isPresent())) {
            throw Refusal.invalid("businessKey", "training.keyTaken", wantedId);
        }
        if (menteeId.equals(by)) {
            throw Refusal.invalid("menteeId", "mentorOffer.own");
        }
        MentoringOffers.Candidate asked = offers.candidates(time.today()).stream()
                .filter(one -> one.id().equals(menteeId))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("menteeId", "mentorOffer.notNew", menteeId));
        Outcome rule = decisions.decide("new-lecturer", inputs(asked));
        if (!rule.first().flag("isNew")) {
            throw Refusal.invalid("menteeId", "mentorOffer.notNew", asked.name());
        }
        if (offers.isOpen(by, menteeId)) {
            throw Refusal.conflict("mentorOffer.waits", asked.name());
        }
        if (mentorships.findByMenteeIdAndEndedAtIsNull(menteeId).isPresent()) {
            throw Refusal.conflict("mentorOffer.mentored", asked.name());
        }
        MeritRights.Mentoring right = merit.mentoring(by);
        MentoringOffer offer = new MentoringOffer(
                wantedId == null ? UUID.randomUUID().toString() : wantedId,
                by,
                "",
                menteeId,
                asked.name(),
                words,
                State.OPEN,
                time.now(),
                after(rule.first().text("answerWithin")),
                after(rule.first().text("remindAfter")),
                null);
        offers.add(offer, rule.decision().version(), right.version());
        notices.tell(
                menteeId,
                key(offer, "made"),
                "mentorOffer.made",
                MentoringOffer.PAGE,
                offers.get(offer.id()).mentorName());
        return offer;
    }

    /** The answer, from the form of the task. @throws Refusal for everybody else, and once it has ended */
    public void answer(String id, String by, boolean accepted, @Nullable String reason) {
        MentoringOffer offer = offers.get(id);
        if (!offer.menteeId().equals(by)) {
            throw Refusal.forbidden("mentorOffer.notYours").about(id, "");
        }
        String word = reason == null || reason.isBlank() ? null : reason.strip();
        if (!offers.end(id, accepted ? State.ACCEPTED : State.DECLINED, word, time.now())) {
            throw Refusal.conflict("mentorOffer.over");
        }
        notices.tell(
                offer.mentorId(),
                key(offer, "answered"),
                accepted ? "mentorOffer.accepted" : "mentorOffer.declined",
                MentoringOffer.PAGE,
                offer.menteeName());
    }

    /** The same from a page or {@code /api}. */
    public void reply(String id, String by, boolean accepted, @Nullable String reason) {
        MentoringOffer offer = offers.get(id);
        if (!offer.menteeId().equals(by)) {
            throw Refusal.forbidden("mentorOffer.notYours").about(id, "");
        }
        if (offer.state() != State.OPEN) {
            throw Refusal.conflict("mentorOffer.over");
        }
        if (reason != null && (reason.length() > LONGEST_WORDS || reason.indexOf('\0') >= 0)) {
            throw Refusal.invalid("reason", "form.tooLong", "reason", LONGEST_WORDS);
        }
        tasks.answer(id, by, accepted, reason);
    }

    /** By who has made it, while nobody has answered. @throws Refusal for everybody else */
    public void takeBack(String id, String by) {
        expectMaker(id, by);
        tasks.takeBack(id);
    }

    /** @throws Refusal for everybody but who has made an offer that is open */
    @Transactional(readOnly = true)
    public void expectMaker(String id, String by) {
        MentoringOffer offer = offers.get(id);
        if (!offer.mentorId().equals(by)) {
            throw Refusal.forbidden("mentorOffer.notYours").about(id, "");
        }
        if (offer.state() != State.OPEN) {
            throw Refusal.conflict("mentorOffer.over");
        }
    }

    /**
     * Asks the right again, as it is now. Who has it and is no mentor yet becomes one.
     *
     * @return whether the result still opens this
     */
    public boolean confirmRight(String id) {
        MentoringOffer offer = offers.get(id);
        MeritRights.Mentoring right = merit.mentoring(offer.mentorId());
        offers.kept(id, right.granted() ? right.version() : null);
        if (right.granted()) {
            enrol.enrol(offer.mentorId(), right.places());
            return true;
        }
        for (String person : List.of(offer.mentorId(), offer.menteeId())) {
            notices.tell(
                    person,
                    key(offer, "right-ended"),
                    "mentorOffer.rightEnded",
                    MentoringOffer.PAGE,
                    offer.mentorName(),
                    offer.menteeName());
        }
        return false;
    }

    public void remind(String id) {
        MentoringOffer offer = offers.get(id);
        notices.tell(
                offer.menteeId(),
                key(offer, "reminder"),
                "mentorOffer.reminder",
                MentoringOffer.PAGE,
                offer.mentorName());
    }

    /** Nobody has answered in time. */
    public void lapse(String id) {
        MentoringOffer offer = offers.get(id);
        offers.end(id, State.LAPSED, null, time.now());
        notices.tell(
                offer.mentorId(), key(offer, "lapsed"), "mentorOffer.lapsed", MentoringOffer.PAGE, offer.menteeName());
    }

    /** The message that it is taken back has arrived. */
    public void settleTakenBack(String id) {
        MentoringOffer offer = offers.get(id);
        offers.end(id, State.TAKEN_BACK, null, time.now());
        notices.tell(
                offer.menteeId(),
                key(offer, "taken-back"),
                "mentorOffer.takenBack",
                MentoringOffer.PAGE,
                offer.mentorName());
    }

    private Map<String, ?> inputs(MentoringOffers.Candidate one) {
        return Map.of(
                "monthsAsLecturer", (int) ChronoUnit.MONTHS.between(one.since(), time.today()), "title", one.title());
    }

    private Instant after(String period) {
        return time.now().atZone(time.zone()).plus(Period.parse(period)).toInstant();
    }

    private static String key(MentoringOffer offer, String fact) {
        return "mentoring-offer/" + offer.id() + "/" + fact;
    }
}
