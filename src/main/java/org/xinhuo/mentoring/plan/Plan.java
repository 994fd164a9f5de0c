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

    private @Nullable Instant concludedAt;

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

    void stateNeeds(String text, Instant now) {
        expectNegotiating();
        needs = text;
        needsStatedAt = now;
    }

    void confirm(Instant now) {
        expectNegotiating();
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

    /** @throws Refusal where somebody else than the mentee speaks */
    void expectMentee(String personId) {
        if (!menteeId.equals(personId)) {
            throw Refusal.forbidden("mentoring.onlyMentee");
        }
    }

    /** @throws Refusal where somebody else than the mentor speaks */
    void expectMentor(String personId) {
        if (!mentorId.equals(personId)) {
            throw Refusal.forbidden("mentoring.onlyMentor");
        }
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

    /** When it was confirmed or stopped; null while negotiating. */
    public @Nullable Instant concludedAt() {
        return concludedAt;
    }
}
