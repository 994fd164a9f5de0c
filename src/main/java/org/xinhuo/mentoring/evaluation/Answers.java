package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;

/** What the two sides answered. Each writes its own columns, so that answers of the same moment do not collide. */
@Component
@Transactional
public class Answers {

    /** Whose level it is, or at which point of the comparison. */
    public enum Kind {
        SELF,
        GROWTH,
        BEFORE,
        AFTER,
        TARGET
    }

    /**
     * What was answered so far; null where a side has not.
     *
     * @param selfSatisfaction the mentee's, 1 to 5; with the comment for the mentee and HR alone until both answered
     * @param growthSatisfaction the mentor's, 1 to 5
     * @param mentorRecommendation graduate, continue or rematch
     */
    public record Given(
            @Nullable Integer selfSatisfaction,
            @Nullable String selfComment,
            @Nullable Integer growthSatisfaction,
            @Nullable String mentorRecommendation) {}

    private final JdbcClient jdbc;
    private final CompanyTime time;

    Answers(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    void ofMentee(Evaluation evaluation, int satisfaction, @Nullable String comment) {
        once(jdbc.sql("update evaluation set self_satisfaction = :satisfaction, self_comment = :comment,"
                        + " self_at = :now where id = :id and self_at is null")
                .param("satisfaction", satisfaction)
                .param("comment", comment)
                .param("now", Timestamp.from(time.now()))
                .param("id", evaluation.id())
                .update());
    }

    void ofMentor(Evaluation evaluation, int satisfaction, String recommendation) {
        once(jdbc.sql("update evaluation set growth_satisfaction = :satisfaction,"
                        + " mentor_recommendation = :recommendation, growth_at = :now"
                        + " where id = :id and growth_at is null")
                .param("satisfaction", satisfaction)
                .param("recommendation", recommendation)
                .param("now", Timestamp.from(time.now()))
                .param("id", evaluation.id())
                .update());
    }

    @Transactional(readOnly = true)
    public Given given(Evaluation evaluation) {
        return jdbc.sql("select self_satisfaction, self_comment, growth_satisfaction, mentor_recommendation"
                        + " from evaluation where id = :id")
                .param("id", evaluation.id())
                .query((row, number) -> new Given(
                        row.getObject("self_satisfaction", Integer.class),
                        row.getString("self_comment"),
                        row.getObject("growth_satisfaction", Integer.class),
                        row.getString("mentor_recommendation")))
                .single();
    }

    /** Whether this side has answered. */
    boolean isGiven(Evaluation evaluation, WaivableAnswer answer) {
        Given given = given(evaluation);
        return (answer == WaivableAnswer.SELF ? given.selfSatisfaction() : given.growthSatisfaction()) != null;
    }

    /** Whether this side has answered, or HR goes on without it. */
    boolean isSettled(Evaluation evaluation, WaivableAnswer answer) {
        return isGiven(evaluation, answer)
                || jdbc.sql("select count(*) from evaluation_waiver where evaluation_id = :id and answer = :answer")
                                .param("id", evaluation.id())
                                .param("answer", answer.code())
                                .query(Long.class)
                                .single()
                        > 0;
    }

    /**
     * The mentee's latest mark of a mentorship, 1 to 5; an evaluation without one, because it was waived, is passed over.
     *
     * @param from marks of evaluations that were compared before this moment do not count
     */
    Optional<Integer> latestSatisfaction(String mentorshipId, Instant from) {
        return jdbc.sql("select self_satisfaction from evaluation where mentorship_id = :id"
                        + " and self_satisfaction is not null and compared_at >= :from"
                        + " order by compared_at desc limit 1")
                .param("id", mentorshipId)
                .param("from", Timestamp.from(from))
                .query(Integer.class)
                .optional();
    }

    private static void once(int changed) {
        if (changed == 0) {
            throw Refusal.conflict("mentoring.evaluation.answeredAlready");
        }
    }

    void keep(Evaluation evaluation, Kind kind, Map<String, BigDecimal> levels) {
        levels.forEach(
                (competency, level) -> jdbc.sql("insert into evaluation_level (evaluation_id, kind, competency, level)"
                                + " values (:id, :kind, :competency, :level)")
                        .param("id", evaluation.id())
                        .param("kind", kind.name())
                        .param("competency", competency)
                        .param("level", level)
                        .update());
    }

    /** Levels of one kind, by competency. */
    @Transactional(readOnly = true)
    public Map<String, BigDecimal> levels(Evaluation evaluation, Kind kind) {
        Map<String, BigDecimal> levels = new LinkedHashMap<>();
        jdbc.sql("select competency, level from evaluation_level where evaluation_id = :id and kind = :kind"
                        + " order by competency")
                .param("id", evaluation.id())
                .param("kind", kind.name())
                .query(row -> {
                    levels.put(row.getString("competency"), row.getBigDecimal("level"));
                });
        return levels;
    }
}
