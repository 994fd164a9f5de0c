package org.xinhuo.mentoring;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.xinhuo.base.Refusal;

/**
 * One mentee's way through the loop: matching, planning, coaching, evaluating, then again or out. The id is the business
 * key of every process of the loop. The mentor changes on a rematch; the mentorship stays.
 */
@Entity
public class Mentorship {

    /** Where the mentorship stands. */
    public enum State {
        MATCHING,
        PLANNING,
        COACHING,
        EVALUATING,
        GRADUATED,
        STOPPED;

        /** As REST and the message bundles write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    private String id;

    private String menteeId;

    private @Nullable String mentorId;

    /** Read alone; {@link Substitutions} keeps it. */
    @Formula("(select s.substitute_id from mentor_substitution s where s.mentorship_id = id"
            + " and s.begun_at is not null and s.ended_at is null)")
    private @Nullable String substituteId;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant startedAt;

    private @Nullable Instant endedAt;

    /** Null until stored: that is how the repository knows a new one, as its id is given from outside. */
    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Mentorship() {}

    Mentorship(String id, String menteeId, Instant startedAt) {
        this.id = id;
        this.menteeId = menteeId;
        this.startedAt = startedAt;
        this.state = State.MATCHING;
    }

    void pairWith(String newMentorId) {
        expect(State.MATCHING);
        if (newMentorId.equals(menteeId)) {
            throw Refusal.conflict("mentoring.ownMentor");
        }
        mentorId = newMentorId;
        state = State.PLANNING;
    }

    /** Also again after an evaluation, and where a later edit reopens the plan. */
    void plan() {
        expect(State.PLANNING, State.COACHING, State.EVALUATING);
        state = State.PLANNING;
    }

    void coach() {
        expect(State.PLANNING);
        state = State.COACHING;
    }

    void evaluate() {
        expect(State.COACHING);
        state = State.EVALUATING;
    }

    void rematch() {
        expect(State.PLANNING, State.COACHING, State.EVALUATING);
        mentorId = null;
        state = State.MATCHING;
    }

    void graduate(Instant now) {
        expect(State.EVALUATING);
        state = State.GRADUATED;
        endedAt = now;
    }

    void stop(Instant now) {
        expect(State.MATCHING, State.PLANNING, State.COACHING, State.EVALUATING);
        state = State.STOPPED;
        endedAt = now;
    }

    private void expect(State first, State... others) {
        Set<State> allowed = EnumSet.of(first, others);
        if (!allowed.contains(state)) {
            throw Refusal.conflict("mentoring.wrongState", id, state.code());
        }
    }

    public String id() {
        return id;
    }

    public String menteeId() {
        return menteeId;
    }

    /** Who mentors now, or who did when it ended; null while nobody is found. */
    public @Nullable String mentorId() {
        return mentorId;
    }

    /** @throws Refusal while nobody is found */
    public String mentor() {
        if (mentorId == null) {
            throw Refusal.conflict("mentoring.noMentorYet", id);
        }
        return mentorId;
    }

    /** Who stands in for the mentor now; null where nobody does. */
    public @Nullable String substituteId() {
        return substituteId;
    }

    /** Who does the mentor's tasks now: the substitute while there is one. @throws Refusal while nobody is found */
    public String actingMentor() {
        return substituteId == null ? mentor() : substituteId;
    }

    public State state() {
        return state;
    }

    public boolean isOpen() {
        return endedAt == null;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    /** Where it stands among our pages; only who may read it can open that. */
    public String page() {
        return "/mentorships/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }

    /** @throws Refusal where one of the pair would judge what HR is to judge */
    public void expectNotOfThePair(String personId) {
        if (isOfThePair(personId)) {
            throw Refusal.forbidden("mentoring.ownCase");
        }
    }

    /** The mentee, the mentor of now, or who stands in for the mentor now. */
    public boolean isOfThePair(String personId) {
        return menteeId.equals(personId)
                || Objects.equals(mentorId, personId)
                || Objects.equals(substituteId, personId);
    }
}
