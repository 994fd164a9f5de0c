package org.xinhuo.mentoring.coaching;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The coaching of one pair under one confirmed plan. */
@Entity
public class CoachingCase {

    @Id
    private String id;

    private String mentorshipId;

    private String planId;

    private String menteeId;

    private String mentorId;

    private LocalDate startedOn;

    private LocalDate endsOn;

    private @Nullable Instant endedAt;

    private int pausedDays;

    private boolean cutShort;

    /** Null until stored. */
    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected CoachingCase() {}

    CoachingCase(
            String mentorshipId,
            String planId,
            String menteeId,
            String mentorId,
            LocalDate startedOn,
            LocalDate endsOn) {
        this.id = UUID.randomUUID().toString();
        this.mentorshipId = mentorshipId;
        this.planId = planId;
        this.menteeId = menteeId;
        this.mentorId = mentorId;
        this.startedOn = startedOn;
        this.endsOn = endsOn;
    }

    /** Goes on under another plan of the same pair. */
    void follow(String newPlanId, LocalDate newEnd) {
        planId = newPlanId;
        endsOn = newEnd;
    }

    /** Its plan is over. */
    void end(Instant now) {
        endedAt = now;
    }

    /** It ends before its plan is over. */
    void cutShort(Instant now) {
        endedAt = now;
        cutShort = true;
    }

    /** It stood still for so many days, which are added to its end. */
    void standStill(int days) {
        pausedDays += days;
        endsOn = endsOn.plusDays(days);
    }

    /** @param from the first day of the first period of a duty */
    DutyCalendar calendar(LocalDate from) {
        // As if it had begun so much later: periods keep their length.
        return new DutyCalendar(from.plusDays(pausedDays), endsOn);
    }

    public String id() {
        return id;
    }

    public String mentorshipId() {
        return mentorshipId;
    }

    public String planId() {
        return planId;
    }

    public String menteeId() {
        return menteeId;
    }

    public String mentorId() {
        return mentorId;
    }

    public LocalDate startedOn() {
        return startedOn;
    }

    /** Days on which it stood still; they count in no average. */
    public int pausedDays() {
        return pausedDays;
    }

    /** The plan's last day, moved by the days of pauses. */
    public LocalDate endsOn() {
        return endsOn;
    }

    /** When it really ended; null while under way. */
    public @Nullable Instant endedAt() {
        return endedAt;
    }
}
