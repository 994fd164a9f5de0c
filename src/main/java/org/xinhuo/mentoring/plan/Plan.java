package org.xinhuo.mentoring.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/**
 * One round of agreeing on a development plan, from the mentee's needs to two confirmations. What was proposed and
 * answered stands in {@link PlanVersions}.
 */
@Entity
public class Plan {

    /** Where the round stands. */
    public enum State {
        NEGOTIATING,
        CONFIRMED,
        STOPPED
    }

    @Id
    private String id;

    private String mentorshipId;

    private int round;

    private String menteeId;

    private String mentorId;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String needs;

    private @Nullable Instant needsStatedAt;

    private Instant openedAt;

    private @Nullable String changesPlanId;

    private @Nullable String requestedBy;

    private @Nullable String request;

    private @Nullable Instant concludedAt;

    private @Nullable String department;

    /** Null until stored. */
    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Plan() {}

    Plan(String mentorshipId, int round, String menteeId, String mentorId, Instant openedAt) {
        this.id = UUID.randomUUID().toString();
        this.mentorshipId = mentorshipId;
        this.round = round;
        this.menteeId = menteeId;
        this.mentorId = mentorId;
        this.openedAt = openedAt;
        this.state = State.NEGOTIATING;
    }

    /** The round that would change this plan; until it is confirmed this one holds. */
    Plan changed(int nextRound, String presentMentorId, Instant now) {
        Plan change = new Plan(mentorshipId, nextRound, menteeId, presentMentorId, now);
        change.needs = needs;
        change.needsStatedAt = needsStatedAt;
        change.changesPlanId = id;
        return change;
    }

    void stateNeeds(String text, Instant now) {
        expectNegotiating();
        needs = text;
        needsStatedAt = now;
    }

    /** @param ofMentee the department where this was agreed on, whose rate of execution it counts for */
    void confirm(String ofMentee, Instant now) {
        expectNegotiating();
        department = ofMentee;
        state = State.CONFIRMED;
        concludedAt = now;
    }

    void stop(Instant now) {
        expectNegotiating();
        state = State.STOPPED;
        concludedAt = now;
    }

    void expectNegotiating() {
        if (state != State.NEGOTIATING) {
            throw Refusal.conflict("mentoring.plan.notNegotiating", state.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Keeps who asked for the change, and for which. */
    void request(String personId, String text) {
        expectNegotiating();
        requestedBy = personId;
        request = text;
    }

    public String id() {
        return id;
    }

    public String mentorshipId() {
        return mentorshipId;
    }

    /** 1 for the first plan of a mentorship. */
    public int round() {
        return round;
    }

    public String menteeId() {
        return menteeId;
    }

    public String mentorId() {
        return mentorId;
    }

    public State state() {
        return state;
    }

    public @Nullable String needs() {
        return needs;
    }

    /** The plan that this round changes while the coaching goes on; null for the plan of a new round of coaching. */
    public @Nullable String changesPlanId() {
        return changesPlanId;
    }

    public boolean isChange() {
        return changesPlanId != null;
    }

    /** Which of the pair asked for the change; null unless it is one. */
    public @Nullable String requestedBy() {
        return requestedBy;
    }

    /** What should change, in the words of who asked. */
    public @Nullable String request() {
        return request;
    }

    /** When both had confirmed. @throws IllegalStateException where they have not */
    Instant agreedAt() {
        if (state != State.CONFIRMED || concludedAt == null) {
            throw new IllegalStateException("plan " + id + " is not confirmed");
        }
        return concludedAt;
    }

    /** When it was confirmed or stopped; null while negotiating. */
    public @Nullable Instant concludedAt() {
        return concludedAt;
    }
}
