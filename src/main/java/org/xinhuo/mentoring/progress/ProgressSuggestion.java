package org.xinhuo.mentoring.progress;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a mentor suggests on an item. The mentee answers, and may answer otherwise later. */
@Entity
class ProgressSuggestion {

    @Id
    private String id;

    private String itemId;

    private String authorId;

    private String text;

    private Instant madeAt;

    @Enumerated(EnumType.STRING)
    private @Nullable SuggestionAnswer answer;

    private String reply;

    private @Nullable Instant answeredAt;

    /** Null until stored. */
    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected ProgressSuggestion() {}

    ProgressSuggestion(String itemId, String authorId, String text, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.itemId = itemId;
        this.authorId = authorId;
        this.text = text;
        this.madeAt = now;
        this.reply = "";
    }

    void answer(SuggestionAnswer given, String words, Instant now) {
        answer = given;
        reply = words;
        answeredAt = now;
    }

    String id() {
        return id;
    }

    String itemId() {
        return itemId;
    }

    String authorId() {
        return authorId;
    }

    String text() {
        return text;
    }

    /** Made and last answered earlier. */
    boolean isBefore(Instant instant) {
        return madeAt.isBefore(instant) && (answeredAt == null || answeredAt.isBefore(instant));
    }

    Instant madeAt() {
        return madeAt;
    }

    @Nullable
    SuggestionAnswer answer() {
        return answer;
    }

    String reply() {
        return reply;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
