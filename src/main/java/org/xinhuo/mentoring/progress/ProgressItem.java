package org.xinhuo.mentoring.progress;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that the mentee works on. It belongs to the mentorship: a rematch changes the mentor, not the sheet. */
@Entity
class ProgressItem {

    @Id
    private String id;

    private String mentorshipId;

    private String title;

    private @Nullable LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private ProgressStatus status;

    private String note;

    private Instant createdAt;

    private Instant changedAt;

    private @Nullable Instant removedAt;

    /** Null until stored. */
    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected ProgressItem() {}

    ProgressItem(String mentorshipId, ItemFields fields, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.mentorshipId = mentorshipId;
        this.title = fields.title();
        this.dueOn = fields.dueOn();
        this.status = fields.status();
        this.note = fields.note();
        this.createdAt = now;
        this.changedAt = now;
    }

    void change(ItemFields fields, Instant now) {
        title = fields.title();
        dueOn = fields.dueOn();
        status = fields.status();
        note = fields.note();
        changedAt = now;
    }

    void remove(Instant now) {
        removedAt = now;
        changedAt = now;
    }

    ItemFields fields() {
        return new ItemFields(title, dueOn, status, note);
    }

    String id() {
        return id;
    }

    String mentorshipId() {
        return mentorshipId;
    }

    String title() {
        return title;
    }

    boolean isRemoved() {
        return removedAt != null;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
