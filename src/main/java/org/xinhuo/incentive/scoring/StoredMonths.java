package org.xinhuo.incentive.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of computed months: drafts that a review replaces, then frozen rows that nothing changes. */
@Component
class StoredMonths {

    private static final String COLUMNS = """
            m.*, e.name, score_reached(m.held, m.target_shares) as part_shares,
            score_rating(m.rating_sum, m.ratings) as part_rating, score_reached(m.reuses, m.target_reuse) as part_reuse,
            score_timeliness(m.on_time, m.held) as part_timeliness
            """;

    private static final String REVISIONS = COLUMNS + " from month_result m join employee e on e.id = m.lecturer_id ";

    private static final String SELECT =
            "select " + COLUMNS + " from lecturer_month m join employee e on e.id = m.lecturer_id ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final ObjectMapper json;

    StoredMonths(JdbcClient jdbc, JdbcTemplate batch, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
    }

    /** A month to store, graded, with its events. */
    record Draft(LecturerMonth month, List<TraceEntry> trace) {}

    /**
     * What a draft belongs to.
     *
     * @param correctionId the correction, or null for the review itself
     * @param revision its number within the period; 0 for the review
     */
    record Draftsman(
            YearMonth period, String reviewId, @Nullable String correctionId, int revision) {}

    /** Puts drafts in the place of the same review's or correction's earlier drafts. */
    void replaceDrafts(Draftsman by, List<Draft> drafts) {
        jdbc.sql("delete from month_result where period = :period and confirmed_at is null"
                        + " and correction_id is not distinct from :correction")
                .param("period", by.period().toString())
                .param("correction", by.correctionId())
                .update();
        batch.batchUpdate("""
                insert into month_result (period, lecturer_id, review_id, department, lecturer_group, held, on_time,
                    ratings, rating_sum, raters, reuses, target_shares, target_minutes, target_reuse, target_raters,
                    targets_version, weight_shares, weight_rating, weight_reuse, weight_timeliness, weights_version,
                    score, grade, grade_version, rating_rank, reuse_rank, department_rank, trace, revision,
                    correction_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, drafts.stream().map(draft -> row(by, draft)).toList());
    }

    private Object[] row(Draftsman by, Draft draft) {
        LecturerMonth month = draft.month();
        Targets targets = month.targets();
        Weights weights = month.weights();
        Grade grade = Objects.requireNonNull(month.grade(), "a stored month has a grade");
        return new Object[] {
            by.period().toString(),
            month.lecturerId(),
            by.reviewId(),
            month.department(),
            month.group(),
            month.held(),
            month.onTime(),
            month.ratings(),
            month.ratingSum(),
            month.raters(),
            month.reuses(),
            targets.shares(),
            targets.minutes(),
            targets.reuse(),
            targets.raters(),
            targets.version(),
            weights.shares(),
            weights.rating(),
            weights.reuse(),
            weights.timeliness(),
            weights.version(),
            month.score(),
            grade.name(),
            grade.version(),
            month.ranks().rating(),
            month.ranks().reuse(),
            month.ranks().department(),
            written(draft.trace()),
            by.revision(),
            by.correctionId()
        };
    }

    /** Freezes the drafts of a review, or of a correction; a second time there are none. */
    void freeze(YearMonth period, @Nullable String correctionId, Instant at) {
        jdbc.sql("update month_result set confirmed_at = :at where period = :period and confirmed_at is null"
                        + " and correction_id is not distinct from :correction")
                .param("at", Timestamp.from(at))
                .param("period", period.toString())
                .param("correction", correctionId)
                .update();
    }

    /** Whether this period is confirmed: whatever froze it, its rows say so. */
    boolean isConfirmed(YearMonth period) {
        return jdbc.sql("select exists (select 1 from lecturer_month"
                        + " where period = :period and confirmed_at is not null)")
                .param("period", period.toString())
                .query(Boolean.class)
                .single();
    }

    /** The stored months of a period, drafts as well as frozen ones, by cash rank, score and id. */
    List<LecturerMonth> ofPeriod(YearMonth period) {
        return jdbc.sql(SELECT + "where m.period = :period"
                        + " order by m.rating_rank nulls last, m.score desc, m.lecturer_id")
                .param("period", period.toString())
                .query(StoredMonths::month)
                .list();
    }

    Optional<LecturerMonth> confirmed(String lecturerId, YearMonth period) {
        return jdbc.sql(SELECT + "where m.period = :period and m.lecturer_id = :lecturer"
                        + " and m.confirmed_at is not null")
                .param("period", period.toString())
                .param("lecturer", lecturerId)
                .query(StoredMonths::month)
                .optional();
    }

    /** What a correction wrote, drafts as well as frozen ones, by id. */
    List<LecturerMonth> ofCorrection(String correctionId) {
        return jdbc.sql("select " + REVISIONS + "where m.correction_id = :correction order by m.lecturer_id")
                .param("correction", correctionId)
                .query(StoredMonths::month)
                .list();
    }

    boolean areDrafts(String correctionId) {
        return jdbc.sql("select exists (select 1 from month_result"
                        + " where correction_id = :correction and confirmed_at is null)")
                .param("correction", correctionId)
                .query(Boolean.class)
                .single();
    }

    /** What counted before a revision, for the lecturers that a correction wrote. */
    List<LecturerMonth> before(String correctionId) {
        return jdbc.sql("select distinct on (m.lecturer_id) " + REVISIONS
                        + "join month_result c on c.correction_id = :correction and c.lecturer_id = m.lecturer_id"
                        + " and c.period = m.period and c.revision > m.revision"
                        + " where m.confirmed_at is not null order by m.lecturer_id, m.revision desc")
                .param("correction", correctionId)
                .query(StoredMonths::month)
                .list();
    }

    /** Every confirmed revision of a month, the first one first. */
    List<MonthRevisions.Revision> revisions(String lecturerId, YearMonth period) {
        return jdbc.sql("select " + REVISIONS + "where m.period = :period and m.lecturer_id = :lecturer"
                        + " and m.confirmed_at is not null order by m.revision")
                .param("period", period.toString())
                .param("lecturer", lecturerId)
                .query((row, number) -> new MonthRevisions.Revision(
                        row.getInt("revision"),
                        row.getString("correction_id"),
                        row.getTimestamp("confirmed_at").toInstant(),
                        month(row, number)))
                .list();
    }

    /** The review that confirmed a period, or null. */
    @Nullable
    String reviewOf(YearMonth period) {
        return jdbc.sql(
                        "select review_id from lecturer_month where period = :period and confirmed_at is not null limit 1")
                .param("period", period.toString())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    List<TraceEntry> trace(String lecturerId, YearMonth period) {
        return jdbc.sql("select trace from lecturer_month where period = :period and lecturer_id = :lecturer")
                .param("period", period.toString())
                .param("lecturer", lecturerId)
                .query(String.class)
                .optional()
                .map(this::read)
                .orElse(List.of());
    }

    private static LecturerMonth month(ResultSet row, int number) throws SQLException {
        return new LecturerMonth(
                row.getString("lecturer_id"),
                row.getString("name"),
                row.getString("department"),
                row.getString("lecturer_group"),
                YearMonth.parse(row.getString("period")),
                row.getTimestamp("confirmed_at") != null,
                row.getInt("held"),
                row.getInt("on_time"),
                row.getInt("ratings"),
                row.getInt("rating_sum"),
                row.getInt("raters"),
                row.getInt("reuses"),
                new Targets(
                        row.getInt("target_shares"),
                        row.getInt("target_minutes"),
                        row.getInt("target_reuse"),
                        row.getInt("target_raters"),
                        row.getInt("targets_version")),
                new Weights(
                        row.getBigDecimal("weight_shares"),
                        row.getBigDecimal("weight_rating"),
                        row.getBigDecimal("weight_reuse"),
                        row.getBigDecimal("weight_timeliness"),
                        row.getInt("weights_version")),
                MonthScores.components(row),
                row.getBigDecimal("score"),
                new Grade(row.getString("grade"), row.getInt("grade_version")),
                new Ranks(
                        row.getObject("rating_rank", Integer.class),
                        row.getObject("reuse_rank", Integer.class),
                        row.getObject("department_rank", Integer.class)));
    }

    private String written(List<TraceEntry> trace) {
        try {
            return json.writeValueAsString(trace);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("a trace cannot be written", notJson);
        }
    }

    private List<TraceEntry> read(String trace) {
        try {
            return json.readValue(trace, new TypeReference<List<TraceEntry>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored trace cannot be read", broken);
        }
    }
}
