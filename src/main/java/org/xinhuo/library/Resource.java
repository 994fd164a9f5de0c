package org.xinhuo.library;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/** A file that somebody brought into the library. Its versions never change; who brought it may add one. */
@Entity
class Resource {

    /** For whom it is, beside those it is forwarded to. */
    enum Audience {
        PRIVATE,
        MENTORSHIP,
        COMPANY,
        /** Those whom {@link ResourceCircles} knows. */
        CIRCLE;

        /** As REST and the message bundles write it. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    private String id;

    private String ownerId;

    private String title;

    @Enumerated(EnumType.STRING)
    private Audience audience;

    private @Nullable String mentorshipId;

    private @Nullable String circle;

    private int newestVersion;

    private Instant createdAt;

    private @Nullable Instant withdrawnAt;

    /** Null until stored: that is how the repository knows a new one, as its id is given from outside. */
    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Resource() {}

    Resource(
            String id,
            String ownerId,
            String title,
            Audience audience,
            @Nullable String mentorshipId,
            @Nullable String circle,
            Instant createdAt) {
        this.id = id;
        this.ownerId = ownerId;
        this.title = title;
        this.audience = audience;
        this.mentorshipId = mentorshipId;
        this.circle = circle;
        this.createdAt = createdAt;
        this.newestVersion = 1;
    }

    /** @return the number of the version that comes next */
    int nextVersion() {
        expectOpen();
        newestVersion++;
        return newestVersion;
    }

    void withdraw(Instant now) {
        expectOpen();
        withdrawnAt = now;
    }

    private void expectOpen() {
        if (withdrawnAt != null) {
            throw Refusal.conflict("library.withdrawn");
        }
    }

    String id() {
        return id;
    }

    String ownerId() {
        return ownerId;
    }

    boolean isOwner(String personId) {
        return ownerId.equals(personId);
    }

    String title() {
        return title;
    }

    Audience audience() {
        return audience;
    }

    /** In which it was shared; null for the other audiences. */
    @Nullable
    String mentorshipId() {
        return mentorshipId;
    }

    /** For which it is; null for the other audiences. */
    @Nullable
    String circle() {
        return circle;
    }

    int newestVersion() {
        return newestVersion;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant withdrawnAt() {
        return withdrawnAt;
    }
}
