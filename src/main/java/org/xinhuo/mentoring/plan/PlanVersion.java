package org.xinhuo.mentoring.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinhuo.mentoring.absence.PauseCalendar;

/**
 * One proposed plan, never changed afterwards.
 *
 * @param version counts from 1 over all rounds of the mentorship
 * @param sessionsPerMonth 1 to 31
 * @param contentHash SHA-256 in hex over what is agreed to
 * @param createdBy the mentor who proposed it
 */
public record PlanVersion(
        long id,
        String planId,
        int version,
        int sessionsPerMonth,
        LocalDate endOn,
        String contentHash,
        String createdBy,
        Instant createdAt,
        List<Goal> goals,
        List<Answer> answers) {

    private static final int SHORT_HASH = 8;

    /** Who answers. */
    public enum Side {
        MENTEE,
        MENTOR
    }

    /** @param targetLevel 0 to 5 */
    public record Goal(String competency, BigDecimal targetLevel, List<Action> actions) {}

    /** @param doneOn when the mentee said it was done, or null */
    public record Action(
            long id,
            String title,
            LocalDate dueOn,
            @Nullable LocalDate doneOn) {}

    /** @param contentHash of what the person saw */
    public record Answer(
            Side side,
            String personId,
            boolean agreed,
            @Nullable String changeRequest,
            String contentHash,
            Instant answeredAt) {}

    /** What is agreed to, without what became of it. */
    public PlanDraft content() {
        return new PlanDraft(
                goals.stream()
                        .map(goal -> new PlanDraft.Goal(
                                goal.competency(),
                                goal.targetLevel(),
                                goal.actions().stream()
                                        .map(action -> new PlanDraft.Action(action.title(), action.dueOn()))
                                        .toList()))
                        .toList(),
                sessionsPerMonth,
                endOn);
    }

    /**
     * As a mentor sees it who reads from a moment on. What both agreed to is the mentee's and goes along, without what
     * was said to earlier mentors; a draft of theirs that came to nothing does not.
     */
    Optional<PlanVersion> asSeenFrom(Instant visibleFrom) {
        if (!createdAt.isBefore(visibleFrom)) {
            return Optional.of(this);
        }
        if (!isAgreedBy(Side.MENTEE) || !isAgreedBy(Side.MENTOR)) {
            return Optional.empty();
        }
        List<Answer> seen = answers.stream()
                .filter(answer -> !answer.answeredAt().isBefore(visibleFrom))
                .toList();
        return Optional.of(new PlanVersion(
                id, planId, version, sessionsPerMonth, endOn, contentHash, createdBy, createdAt, goals, seen));
    }

    boolean isSameAs(@Nullable PlanVersion other) {
        return other != null && other.id == id;
    }

    /** The beginning of the content hash, for a person to compare. */
    public String shortHash() {
        return contentHash.substring(0, SHORT_HASH);
    }

    /** What this side said; null while it has not answered. */
    public @Nullable Answer answerOf(Side side) {
        return answers.stream()
                .filter(answer -> answer.side() == side)
                .findFirst()
                .orElse(null);
    }

    /** @throws IllegalStateException where what is stored is not what the hash was taken of */
    void expectUntouched() {
        if (!content().contentHash().equals(contentHash)) {
            throw new IllegalStateException("plan version " + id + " does not have the content of its hash");
        }
    }

    /** Whether this side agreed to exactly this content. */
    public boolean isAgreedBy(Side side) {
        return answers.stream()
                .anyMatch(answer -> answer.side() == side
                        && answer.agreed()
                        && answer.contentHash().equals(contentHash));
    }

    /** The newest wish for changes of either side, the mentor's after the mentee's; null where nobody has one. */
    public @Nullable Answer changeRequest() {
        return answers.stream()
                .filter(answer -> !answer.agreed())
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /**
     * How many of the actions are done by their due date, of those that fall due from one day to another, both included.
     * Days of pauses do not count: a due date moves with those that began before it.
     */
    Execution executed(LocalDate from, LocalDate to, LocalDate today, PauseCalendar pauses) {
        int due = 0;
        int onTime = 0;
        for (Goal goal : goals) {
            for (Action action : goal.actions()) {
                LocalDate dueOn = pauses.moved(action.dueOn(), today);
                if (!dueOn.isBefore(from) && !dueOn.isAfter(to)) {
                    LocalDate doneOn = action.doneOn();
                    due++;
                    onTime += doneOn != null && !doneOn.isAfter(dueOn) ? 1 : 0;
                }
            }
        }
        return new Execution(onTime, due);
    }

    /** Actions done on time, and actions due. */
    public record Execution(int onTime, int due) {

        Execution plus(Execution other) {
            return new Execution(onTime + other.onTime, due + other.due);
        }
    }
}
