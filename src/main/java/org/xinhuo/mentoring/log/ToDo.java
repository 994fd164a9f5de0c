package org.xinhuo.mentoring.log;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/**
 * A message of the log that somebody is to act on. Suggest, don't do: what one writes for the other is a proposal until
 * the other takes it on; from then on it is the owner's alone.
 */
@Entity
public class ToDo {

    /** Where it stands. */
    public enum State {
        /** Waits for the owner's answer. */
        PROPOSED,
        OPEN,
        DONE,
        DECLINED,
        /** Nobody answered until it was due. */
        LAPSED,
        WITHDRAWN,
        /** The pair parted before it was done. */
        ENDED;

        /** As REST and the message bundles write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    private String id;

    private String mentorshipId;

    private long entryId;

    private String authorId;

    private String ownerId;

    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private State state;

    private boolean started;

    private @Nullable String remark;

    private Instant createdAt;

    private @Nullable Instant acceptedAt;

    private @Nullable Instant closedAt;

    /** Null until stored. */
    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected ToDo() {}

    ToDo(String mentorshipId, long entryId, String authorId, String ownerId, LocalDate dueOn, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.mentorshipId = mentorshipId;
        this.entryId = entryId;
        this.authorId = authorId;
        this.ownerId = ownerId;
        this.dueOn = dueOn;
        this.createdAt = now;
        this.state = authorId.equals(ownerId) ? State.OPEN : State.PROPOSED;
    }

    /** Its process begins, once. */
    void start() {
        if (started) {
            throw Refusal.forbidden("mentoring.stageStartsByItself");
        }
        started = true;
    }

    void accept(String personId, @Nullable String words, Instant now) {
        expectOwner(personId);
        expect(State.PROPOSED);
        state = State.OPEN;
        acceptedAt = now;
        remark = words;
    }

    void decline(String personId, @Nullable String words, Instant now) {
        expectOwner(personId);
        expect(State.PROPOSED);
        close(State.DECLINED, now);
        remark = words;
    }

    void finish(String personId, @Nullable String words, Instant now) {
        expectOwner(personId);
        expect(State.OPEN);
        close(State.DONE, now);
        remark = words;
    }

    /**
     * A proposal is its author's to take back; what was taken on is the owner's.
     *
     * @param author who speaks for the author now, or null where nobody does
     */
    void withdraw(String personId, @Nullable String author, Instant now) {
        if (!personId.equals(state == State.PROPOSED ? author : ownerId)) {
            throw Refusal.forbidden("mentoring.log.toDo.notYours");
        }
        if (!isOpen()) {
            throw Refusal.conflict("mentoring.log.toDo.closed");
        }
        close(State.WITHDRAWN, now);
    }

    /** Whose it was stands in for the mentor no more. */
    void handTo(String newOwnerId) {
        ownerId = newOwnerId;
    }

    /** Ends without anybody's doing: nobody answered, or the pair parted. */
    void endAs(State how, Instant now) {
        close(how, now);
    }

    /** The pair stood still: it falls due so many days later. */
    void moveBy(long days) {
        dueOn = dueOn.plusDays(days);
    }

    private void close(State how, Instant now) {
        state = how;
        closedAt = now;
    }

    private void expectOwner(String personId) {
        if (!ownerId.equals(personId)) {
            throw Refusal.forbidden("mentoring.log.toDo.notYours");
        }
    }

    private void expect(State expected) {
        if (state != expected) {
            throw Refusal.conflict("mentoring.log.toDo.closed");
        }
    }

    public String id() {
        return id;
    }

    public String mentorshipId() {
        return mentorshipId;
    }

    /** The entry of the log whose words say what is to be done. */
    public long entryId() {
        return entryId;
    }

    public String authorId() {
        return authorId;
    }

    public String ownerId() {
        return ownerId;
    }

    /** The last day on which it is in time. */
    public LocalDate dueOn() {
        return dueOn;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public State state() {
        return state;
    }

    public boolean isOpen() {
        return closedAt == null;
    }
}
