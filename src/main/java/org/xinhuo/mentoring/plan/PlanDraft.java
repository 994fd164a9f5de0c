package org.xinhuo.mentoring.plan;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a mentor proposes.
 *
 * @param sessionsPerMonth 1 to 31
 * @param endOn the last day of the plan
 */
public record PlanDraft(List<Goal> goals, int sessionsPerMonth, LocalDate endOn) {

    /**
     * One competency to raise.
     *
     * @param targetLevel 0 to 5, at most two decimals
     */
    public record Goal(String competency, BigDecimal targetLevel, List<Action> actions) {}

    /** One step to the goal, with the day by which it is done. */
    public record Action(String title, LocalDate dueOn) {}

    /** The goal for a competency; a plan has at most one each. */
    Optional<Goal> goal(String competency) {
        return goals.stream()
                .filter(goal -> goal.competency().equals(competency))
                .findFirst();
    }

    /** SHA-256 in hex over everything that a person agrees to; equal content gives an equal hash. */
    String contentHash() {
        StringBuilder content = new StringBuilder();
        append(content, sessionsPerMonth, endOn, goals.size());
        for (Goal goal : goals) {
            append(
                    content,
                    goal.competency(),
                    goal.targetLevel().stripTrailingZeros().toPlainString(),
                    goal.actions().size());
            goal.actions().forEach(action -> append(content, action.title(), action.dueOn()));
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(content.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Each part with its length before it: no two contents read alike. */
    private static void append(StringBuilder content, Object... parts) {
        for (Object part : parts) {
            String text = part.toString();
            content.append(text.length()).append(':').append(text);
        }
    }
}
