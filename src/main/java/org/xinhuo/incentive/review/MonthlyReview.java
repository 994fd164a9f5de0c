package org.xinhuo.incentive.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.YearMonth;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/** The one review of a period. The id is the business key of {@code monthly-review}. */
@Entity
public class MonthlyReview {

    enum State {
        OPEN,
        CONFIRMED
    }

    @Id
    private String id;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String period;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String openedBy;

    private Instant openedAt;

    private @Nullable Instant computedAt;

    private int rounds;

    private @Nullable String confirmedBy;

    private @Nullable Instant confirmedAt;

    private @Nullable String remark;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected MonthlyReview() {}

    public String id() {
        return id;
    }

    public YearMonth period() {
        return YearMonth.parse(period);
    }

    public boolean isConfirmed() {
        return state == State.CONFIRMED;
    }

    /** Whether HR, or HR's silence, has confirmed the results; freezing them is the next step. */
    boolean isAnswered() {
        return confirmedAt != null;
    }

    /** When the results were computed last; null before that. */
    @Nullable
    Instant computedAt() {
        return computedAt;
    }

    /** What HR wrote last, or null. */
    public @Nullable String remark() {
        return remark;
    }

    /** How often the results were computed. */
    public int rounds() {
        return rounds;
    }

    void computed(Instant at) {
        refuseWhenConfirmed();
        computedAt = at;
        // Whoever confirmed other drafts, in an instance that is gone, has not confirmed these.
        confirmedBy = null;
        confirmedAt = null;
        rounds++;
    }

    /** HR says that something is wrong. @throws Refusal without saying what */
    void questioned(@Nullable String why) {
        refuseWhenConfirmed();
        if (why == null) {
            throw Refusal.invalid("remark", "incentive.remarkNeeded");
        }
        remark = why;
    }

    /** @param by null where nobody answered */
    void approved(@Nullable String by, @Nullable String remarked, Instant at) {
        refuseWhenConfirmed();
        confirmedBy = by;
        confirmedAt = at;
        remark = remarked == null ? remark : remarked;
    }

    void close() {
        state = State.CONFIRMED;
    }

    private void refuseWhenConfirmed() {
        if (isConfirmed()) {
            throw Refusal.conflict("incentive.reviewIsConfirmed", period);
        }
    }
}
