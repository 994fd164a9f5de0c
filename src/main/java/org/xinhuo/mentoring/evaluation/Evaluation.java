package org.xinhuo.mentoring.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinhuo.engine.Outcome.DecisionRef;

/**
 * How one round of coaching is judged and what follows. The two sides answer at the same time, so their answers are
 * kept by {@link Answers}.
 */
@Entity
public class Evaluation {

    @Id
    private String id;

    private String mentorshipId;

    private String planId;

    private String menteeId;

    private String mentorId;

    private Instant openedAt;

    private @Nullable String menteeRecommendation;

    private @Nullable Integer wishVersion;

    private @Nullable String wishId;

    private @Nullable BigDecimal gapClosed;

    private @Nullable BigDecimal improvementRate;

    private @Nullable BigDecimal workMetricChange;

    private @Nullable Instant comparedAt;

    private @Nullable String decisionKey;

    private @Nullable Integer decisionVersion;

    private @Nullable String decisionId;

    private @Nullable String decisionAnswer;

    private @Nullable String nextStep;

    private @Nullable String decidedBy;

    private @Nullable Instant decidedAt;

    /** Null until stored. */
    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Evaluation() {}

    Evaluation(String mentorshipId, String planId, String menteeId, String mentorId, Instant openedAt) {
        this.id = UUID.randomUUID().toString();
        this.mentorshipId = mentorshipId;
        this.planId = planId;
        this.menteeId = menteeId;
        this.mentorId = mentorId;
        this.openedAt = openedAt;
    }

    /** What the table mentee-wish has read from the mentee's satisfaction; never called where that was waived. */
    void wish(String recommendationOfMentee, DecisionRef decision) {
        menteeRecommendation = recommendationOfMentee;
        wishVersion = decision.version();
        wishId = decision.definitionId();
    }

    void compare(Growth growth, @Nullable BigDecimal changeOfMetrics, Instant now) {
        gapClosed = growth.gapClosed();
        improvementRate = growth.improvementRate();
        workMetricChange = changeOfMetrics;
        comparedAt = now;
    }

    void recommend(String answer, String key, int decisionsVersion, String definitionId) {
        decisionAnswer = answer;
        decisionKey = key;
        decisionVersion = decisionsVersion;
        decisionId = definitionId;
    }

    /** @param personId who of HR decided */
    void decideBy(String personId) {
        decidedBy = personId.isEmpty() ? null : personId;
    }

    void conclude(String step, Instant now) {
        nextStep = step;
        decidedAt = now;
    }

    /** Ends without a step, because its mentorship went another way. */
    void cutShort(Instant now) {
        decidedAt = now;
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

    /** none or rematch, derived from the satisfaction; null until both have answered, and where it was waived. */
    public @Nullable String menteeRecommendation() {
        return menteeRecommendation;
    }

    public @Nullable BigDecimal gapClosed() {
        return gapClosed;
    }

    public @Nullable BigDecimal improvementRate() {
        return improvementRate;
    }

    public @Nullable BigDecimal workMetricChange() {
        return workMetricChange;
    }

    /** When each had answered or was waived; null before. */
    public @Nullable Instant comparedAt() {
        return comparedAt;
    }

    /** Who of HR decided; null where the table did. */
    @Nullable
    String decidedBy() {
        return decidedBy;
    }

    /** graduate, continue or rematch; null until decided. */
    public @Nullable String nextStep() {
        return nextStep;
    }
}
