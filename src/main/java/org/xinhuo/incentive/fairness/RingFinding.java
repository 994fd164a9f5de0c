package org.xinhuo.incentive.fairness;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lecturers whose marks for each other stand out in a month. Says nothing about why: HR looks and answers.
 *
 * @param given the mean of their marks for each other, {@code expected} by all their other marks
 * @param score standard deviations above the expectation
 * @param chance that a company without any ring shows such a group by accident
 * @param holds whether money of the members waits for HR
 */
public record RingFinding(
        String id,
        YearMonth period,
        BigDecimal given,
        BigDecimal expected,
        double score,
        double chance,
        boolean holds,
        List<Member> members,
        List<Mark> marks) {

    /**
     * One of the group.
     *
     * @param rawMean of all ratings of the month, {@code withoutMean} of those that are not the group's; null without
     * @param answer {@code released} or {@code upheld} by HR, null while it is open
     */
    public record Member(
            String lecturerId,
            @Nullable BigDecimal rawMean,
            @Nullable BigDecimal withoutMean,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable String remark) {}

    /** What one gave another in a month. */
    public record Mark(String raterId, String lecturerId, YearMonth month, BigDecimal value) {}

    /** Whether this person is one of the group: he or she neither answers nor reads who gave which mark. */
    public boolean concerns(String personId) {
        return members.stream().anyMatch(member -> member.lecturerId().equals(personId));
    }

    /** Whether HR has yet to answer about one of them. */
    public boolean open() {
        return members.stream().anyMatch(member -> member.answer() == null);
    }
}
