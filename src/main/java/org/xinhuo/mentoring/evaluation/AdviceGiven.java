package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.Outcome.DecisionRef;

/** All advice that mentors got, with what they were judged by. */
@Component
@Transactional
public class AdviceGiven {

    static final String TOO_EARLY = "too early";

    private static final String SELECT = "select id, mentor_id, code, text_zh, text_en, target, competency,"
            + " before_value, after_value, helped, decision_key, decision_version, decision_id, given_at"
            + " from mentor_advice";

    private final JdbcClient jdbc;
    private final CompanyTime time;

    AdviceGiven(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** All advice of a mentorship, the newest evaluation first, each in the order of the table. */
    @Transactional(readOnly = true)
    public List<MentorAdvice> of(String mentorshipId) {
        return jdbc.sql(SELECT + " where mentorship_id = :id order by given_at desc, position")
                .param("id", mentorshipId)
                .query(AdviceGiven::advice)
                .list();
    }

    /** What this mentor was advised about this mentee and nobody has judged yet. */
    List<MentorAdvice> unjudged(Evaluation next) {
        return jdbc.sql(SELECT + " where mentorship_id = :mentorship and mentor_id = :mentor and judged_by is null"
                        + " and evaluation_id <> :next order by id")
                .param("mentorship", next.mentorshipId())
                .param("mentor", next.mentorId())
                .param("next", next.id())
                .query(AdviceGiven::advice)
                .list();
    }

    void judge(MentorAdvice advice, Evaluation by, @Nullable BigDecimal after, String helped) {
        jdbc.sql("update mentor_advice set after_value = :after, helped = :helped, judged_by = :by where id = :id")
                .param("after", after)
                .param("helped", helped)
                .param("by", by.id())
                .param("id", advice.id())
                .update();
    }

    void give(
            Evaluation evaluation,
            int position,
            Outcome.Row said,
            DecisionRef decision,
            @Nullable String competency,
            @Nullable BigDecimal before) {
        jdbc.sql("insert into mentor_advice (evaluation_id, mentorship_id, mentor_id, position, code, text_zh, text_en,"
                        + " target, competency, before_value, decision_key, decision_version, decision_id, given_at)"
                        + " values (:evaluation, :mentorship, :mentor, :position, :code, :zh, :en, :target,"
                        + " :competency, :before, :key, :version, :definition, :now)")
                .param("evaluation", evaluation.id())
                .param("mentorship", evaluation.mentorshipId())
                .param("mentor", evaluation.mentorId())
                .param("position", position)
                .param("code", said.text("code"))
                .param("zh", said.text("text"))
                .param("en", said.text("textEn"))
                .param("target", said.text("target"))
                .param("competency", competency)
                .param("before", before)
                .param("key", decision.key())
                .param("version", decision.version())
                .param("definition", decision.definitionId())
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** Keeps the inputs of the table, so that what was said can be explained later. */
    void keepInputs(Evaluation evaluation, AdviceInputs inputs) {
        SpecificityFigures specificity = inputs.specificity();
        jdbc.sql("insert into evaluation_input (evaluation_id, hours_per_month, contacts_per_week, resources, slowest,"
                        + " specificity, with_step, with_figure, with_date, with_competency, gap_closed,"
                        + " slowest_gap_closed) values (:evaluation,"
                        + " :hours, :contacts, :resources, :slowest, :specificity, :step, :figure, :date, :competency,"
                        + " :gap, :slowestGap)")
                .param("evaluation", evaluation.id())
                .param("hours", inputs.effort().hoursPerMonth())
                .param("contacts", inputs.effort().contactsPerWeek())
                .param("resources", inputs.effort().resources())
                .param("slowest", inputs.slowestCompetency())
                .param("specificity", specificity.mean())
                .param("step", specificity.withStep())
                .param("figure", specificity.withFigure())
                .param("date", specificity.withDate())
                .param("competency", specificity.withCompetency())
                .param("gap", inputs.gapClosed())
                .param("slowestGap", inputs.slowestGapClosed())
                .update();
    }

    private static MentorAdvice advice(ResultSet row, int number) throws SQLException {
        return new MentorAdvice(
                row.getLong("id"),
                row.getString("mentor_id"),
                row.getString("code"),
                row.getString("text_zh"),
                row.getString("text_en"),
                row.getString("target"),
                row.getString("competency"),
                row.getBigDecimal("before_value"),
                row.getBigDecimal("after_value"),
                Objects.requireNonNullElse(row.getString("helped"), TOO_EARLY),
                new DecisionRef(
                        row.getString("decision_key"), row.getInt("decision_version"), row.getString("decision_id")),
                row.getTimestamp("given_at").toInstant());
    }
}
