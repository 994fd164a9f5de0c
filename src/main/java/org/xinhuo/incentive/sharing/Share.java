package org.xinhuo.incentive.sharing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/**
 * One share of one lecturer. Guards its transitions: planned, then held, not held or cancelled; the content beside it
 * submitted, late or missed; the rating window opened once and closed once.
 */
@Entity
public class Share {

    /** How long before the start the content is due. Fixed by the contract, whose timeliness counts by it: no table. */
    public static final Duration CONTENT_LEAD = Duration.ofHours(24);

    /** What a lecturer keeps to hand content in, whoever of the other lecturers moves the share. */
    static final Duration TIME_TO_PREPARE = Duration.ofDays(3);

    /** How long learners may rate once the share is over. Fixed by requirements L2 and L4, which promise it: no table. */
    public static final Duration RATING_WINDOW = Duration.ofHours(24);

    /** How far the reported time may lie from the planned start, either way: against slips of the keyboard, not a rule. */
    public static final Duration HELD_WITHIN = Duration.ofDays(30);

    /** Longest share, planned or reported, in minutes. */
    public static final int MOST_MINUTES = 600;

    /** What became of the share. */
    public enum State {
        PLANNED,
        /** Reported with more than 0 minutes. Whether it counts is for the month's score to say. */
        HELD,
        /** Reported with 0 minutes, or never reported. */
        NOT_HELD,
        CANCELLED
    }

    /** What became of outline and cases. */
    public enum ContentState {
        AWAITED,
        /** By 24 h before the start. */
        SUBMITTED,
        /** After that; as long as there is no submission time, still awaited. */
        LATE,
        /** Not before the start. */
        MISSED
    }

    @Id
    private String id;

    private String lecturerId;

    private String title;

    private Instant startsAt;

    private int minutes;

    private @Nullable String place;

    private @Nullable String audience;

    @Enumerated(EnumType.STRING)
    private State state = State.PLANNED;

    @Enumerated(EnumType.STRING)
    private ContentState contentState = ContentState.AWAITED;

    private @Nullable Instant submittedAt;

    private @Nullable String outline;

    private @Nullable String cases;

    private @Nullable Instant heldAt;

    private @Nullable Integer reportedMinutes;

    private @Nullable Instant ratingOpenedAt;

    private @Nullable Instant ratingClosesAt;

    private @Nullable Instant ratingClosedAt;

    private int importedReuse;

    private int calendarSequence;

    /** Null until stored: tells Spring Data a new share from a known one. */
    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Share() {}

    /** @param minutes as planned */
    Share(String id, String lecturerId, String title, Instant startsAt, int minutes) {
        this.id = id;
        this.lecturerId = lecturerId;
        this.title = title;
        this.startsAt = startsAt;
        this.minutes = minutes;
    }

    void takesPlace(@Nullable String place, @Nullable String audience) {
        this.place = place;
        this.audience = audience;
    }

    /** Takes the content in: late once the deadline's timer has fired or its instant has passed, whichever is first. */
    void submitContent(String outline, @Nullable String cases, Instant now) {
        this.contentState = contentState == ContentState.LATE || now.isAfter(contentDueAt())
                ? ContentState.LATE
                : ContentState.SUBMITTED;
        this.submittedAt = now;
        this.outline = outline;
        this.cases = cases;
    }

    /** Whether the lecturer may hand in a newer version: something was handed in, and the share has not begun. */
    public boolean takesNewerContentAt(Instant now) {
        return state == State.PLANNED && submittedAt != null && outline != null && now.isBefore(startsAt);
    }

    /** A newer version; whether content was on time stays what the first one said. */
    void renewContent(String newOutline, @Nullable String newCases) {
        this.outline = newOutline;
        this.cases = newCases;
    }

    void markContentLate() {
        if (contentState == ContentState.AWAITED) {
            contentState = ContentState.LATE;
        }
    }

    void markContentMissed() {
        if (submittedAt == null) {
            contentState = ContentState.MISSED;
        }
    }

    /**
     * What the lecturer says it was.
     *
     * @param heldAt when; may be null only for 0 minutes
     * @param reported 0 to {@link #MOST_MINUTES}; 0 where the share did not take place
     * @param attended whether anybody is on the attendance list: then the ratings go on, as nobody ends those of the own
     *     share
     */
    void report(@Nullable Instant heldAt, int reported, boolean attended, Instant now) {
        if (reported == 0) {
            this.reportedMinutes = 0;
            this.state = State.NOT_HELD;
            if (!attended) {
                closeRating(now);
            }
            return;
        }
        if (heldAt == null) {
            throw Refusal.invalid("heldAt", "form.required", "heldAt");
        }
        if (Duration.between(startsAt, heldAt).abs().compareTo(HELD_WITHIN) > 0) {
            throw Refusal.invalid("heldAt", "incentive.heldTooFarFromStart", HELD_WITHIN.toDays());
        }
        this.heldAt = heldAt;
        this.reportedMinutes = reported;
        this.state = State.HELD;
    }

    /** Nobody reported in time. Ends the rating too, which by then is over anyway. */
    void markNotReported(Instant now) {
        state = State.NOT_HELD;
        closeRating(now);
    }

    void cancel() {
        refuseIfOver();
        state = State.CANCELLED;
        calendarSequence++;
    }

    void passTo(String newLecturerId) {
        refuseIfOver();
        lecturerId = newLecturerId;
        calendarSequence++;
    }

    /**
     * Content is judged again by the new start, as the contract counts it: by 24 h before. So a share that is moved to an
     * earlier start may turn late, and one that is moved to a later one never does.
     */
    void moveTo(Instant newStart, int newMinutes, Instant now) {
        refuseIfOver();
        startsAt = newStart;
        minutes = newMinutes;
        calendarSequence++;
        boolean inTime = !(submittedAt == null ? now : submittedAt).isAfter(contentDueAt());
        if (contentState == ContentState.LATE && inTime) {
            contentState = submittedAt == null ? ContentState.AWAITED : ContentState.SUBMITTED;
        } else if (contentState == ContentState.SUBMITTED && !inTime) {
            contentState = ContentState.LATE;
        }
    }

    /**
     * Whether an earlier start than now would make content late that is not, or leave less than {@link #TIME_TO_PREPARE}
     * to hand it in.
     */
    boolean isHurriedBy(Instant newStart, Instant now) {
        if (!newStart.isBefore(startsAt)) {
            return false;
        }
        Instant due = newStart.minus(CONTENT_LEAD);
        return switch (contentState) {
            case AWAITED -> now.plus(TIME_TO_PREPARE).isAfter(due);
            case SUBMITTED -> submittedAt != null && submittedAt.isAfter(due);
            default -> false;
        };
    }

    void isAbout(String newTitle) {
        title = newTitle;
    }

    private void refuseIfOver() {
        if (state != State.PLANNED || ratingOpenedAt != null) {
            throw Refusal.conflict("incentive.shareIsOver", title);
        }
    }

    /** Opens the window once; a second time changes nothing. */
    public void openRating(Instant now) {
        if (ratingOpenedAt == null) {
            ratingOpenedAt = now;
            ratingClosesAt = now.plus(RATING_WINDOW);
        }
    }

    /** Closes the window, early or late; what was never open stays so. */
    public void closeRating(Instant now) {
        if (ratingOpenedAt != null && ratingClosedAt == null) {
            ratingClosedAt = now;
        }
    }

    /** Learners may rate at this instant. */
    public boolean isRatingOpenAt(Instant now) {
        return ratingOpenedAt != null
                && ratingClosedAt == null
                && ratingClosesAt != null
                && now.isBefore(ratingClosesAt);
    }

    public Instant contentDueAt() {
        return startsAt.minus(CONTENT_LEAD);
    }

    /** When it is over by plan. */
    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }

    public String id() {
        return id;
    }

    public String lecturerId() {
        return lecturerId;
    }

    public String title() {
        return title;
    }

    public Instant startsAt() {
        return startsAt;
    }

    /** As planned. */
    public int minutes() {
        return minutes;
    }

    public @Nullable String place() {
        return place;
    }

    public @Nullable String audience() {
        return audience;
    }

    public State state() {
        return state;
    }

    public ContentState contentState() {
        return contentState;
    }

    public @Nullable Instant submittedAt() {
        return submittedAt;
    }

    public @Nullable String outline() {
        return outline;
    }

    public @Nullable String cases() {
        return cases;
    }

    public @Nullable Instant heldAt() {
        return heldAt;
    }

    public @Nullable Integer reportedMinutes() {
        return reportedMinutes;
    }

    public @Nullable Instant ratingOpenedAt() {
        return ratingOpenedAt;
    }

    public @Nullable Instant ratingClosesAt() {
        return ratingClosesAt;
    }

    public @Nullable Instant ratingClosedAt() {
        return ratingClosedAt;
    }

    /** How often calendars had to hear of a change. */
    public int calendarSequence() {
        return calendarSequence;
    }

    /** Distinct reuses that were brought over by import. */
    public int importedReuse() {
        return importedReuse;
    }
}
