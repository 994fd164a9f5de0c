package org.xinhuo.mentoring.cohort;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;

/** Cohorts and their members. A cohort moves on by updates that name the state it must be in, not by its version. */
@Component
@Transactional
class Cohorts {

    private static final String COLUMNS = "c.id, c.name, c.size, c.created_by, c.created_at, c.choosing_since,"
            + " c.assigned_at, c.in_assignment, c.blocking_pairs, c.first_blocking,"
            + " case when c.withdrawal_done_at is not null then 'WITHDRAWN'"
            + " when c.withdrawn_at is not null then 'WITHDRAWING'"
            + " when c.state = 'ASSIGNED' and not exists (select 1 from shortlist s"
            + " where s.cohort_id = c.id and s.closed_at is null) then 'DONE' else c.state end as state";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final ObjectMapper json;
    private final CompanyTime time;

    Cohorts(JdbcClient jdbc, JdbcTemplate batch, ObjectMapper json, CompanyTime time) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
        this.time = time;
    }

    void add(String id, String name, String createdBy, Map<String, String> mentorshipsByMentee) {
        jdbc.sql("insert into cohort (id, name, state, size, unanswered, created_by, created_at)"
                        + " values (:id, :name, 'STARTING', :size, :size, :by, :now)")
                .param("id", id)
                .param("name", name)
                .param("size", mentorshipsByMentee.size())
                .param("by", createdBy)
                .param("now", now())
                .update();
        batch.batchUpdate(
                "insert into cohort_member (cohort_id, mentee_id, mentorship_id) values (?, ?, ?)",
                mentorshipsByMentee.entrySet().stream()
                        .map(member -> new Object[] {id, member.getKey(), member.getValue()})
                        .toList());
    }

    /** @throws Refusal where there is none with this id */
    @Transactional(readOnly = true)
    Cohort get(String id) {
        return jdbc.sql("select " + COLUMNS + " from cohort c where c.id = :id")
                .param("id", id)
                .query((row, number) -> cohort(row))
                .optional()
                .orElseThrow(() -> Refusal.notFound("cohort.unknown", id));
    }

    @Transactional(readOnly = true)
    List<Cohort> newest(int most) {
        return jdbc.sql("select " + COLUMNS + " from cohort c order by c.created_at desc, c.id limit :most")
                .param("most", most)
                .query((row, number) -> cohort(row))
                .list();
    }

    /** @return false where there is no such cohort, or a process has taken it up before */
    boolean open(String id) {
        return jdbc.sql("update cohort set opened_at = :now where id = :id and opened_at is null")
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The mentorship's id by mentee, of all who may still get one. */
    @Transactional(readOnly = true)
    Map<String, String> mentorships(String id) {
        Map<String, String> mentorships = new LinkedHashMap<>();
        jdbc.sql("select mentee_id, mentorship_id from cohort_member where cohort_id = :id and skipped is null"
                        + " order by mentee_id")
                .param("id", id)
                .query(row -> {
                    mentorships.put(row.getString("mentee_id"), row.getString("mentorship_id"));
                });
        return mentorships;
    }

    void keepMentors(List<Object[]> cohortMentorCapacityLoadShown) {
        batch.batchUpdate(
                "insert into cohort_mentor (cohort_id, mentor_id, capacity, load_before, shown)"
                        + " values (?, ?, ?, ?, ?)",
                cohortMentorCapacityLoadShown);
    }

    /** The next members without a mentorship: mentorship by mentee. */
    @Transactional(readOnly = true)
    Map<String, String> toStart(String id, int most) {
        Map<String, String> next = new LinkedHashMap<>();
        jdbc.sql("select mentee_id, mentorship_id from cohort_member where cohort_id = :id and started_at is null"
                        + " and skipped is null and not exists (select 1 from cohort c where c.id = :id"
                        + " and c.withdrawn_at is not null) order by mentee_id limit :most")
                .param("id", id)
                .param("most", most)
                .query(row -> {
                    next.put(row.getString("mentee_id"), row.getString("mentorship_id"));
                });
        return next;
    }

    void started(List<String> mentorshipIds) {
        if (!mentorshipIds.isEmpty()) {
            jdbc.sql("update cohort_member set started_at = :now where mentorship_id in (:ids)")
                    .param("now", now())
                    .param("ids", mentorshipIds)
                    .update();
        }
    }

    /** No mentorship is started for this mentee, who counts as having answered. */
    void skip(String id, String menteeId, String reason) {
        jdbc.sql("update cohort_member set skipped = :reason, answered_at = :now"
                        + " where cohort_id = :id and mentee_id = :mentee")
                .param("reason", reason)
                .param("now", now())
                .param("id", id)
                .param("mentee", menteeId)
                .update();
        jdbc.sql("update cohort set unanswered = unanswered - 1 where id = :id")
                .param("id", id)
                .update();
    }

    /** @return the member's cohort, where this was not known before */
    Optional<String> answered(String mentorshipId) {
        return jdbc.sql("update cohort_member set answered_at = :now"
                        + " where mentorship_id = :id and answered_at is null returning cohort_id")
                .param("now", now())
                .param("id", mentorshipId)
                .query(String.class)
                .optional();
    }

    /** One more has answered. The row stays locked until the transaction ends. @return how many have not */
    int oneLessUnanswered(String id) {
        return jdbc.sql("update cohort set unanswered = unanswered - 1 where id = :id returning unanswered")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    int unanswered(String id) {
        return jdbc.sql("select unanswered from cohort where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    void allStarted(String id) {
        jdbc.sql("update cohort set state = 'MATCHING', choosing_since = :now where id = :id and state = 'STARTING'")
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** @return false where it was assigned before */
    boolean assign(String id) {
        return jdbc.sql("update cohort set state = 'ASSIGNED', assigned_at = :now"
                                + " where id = :id and state = 'MATCHING'")
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    void keepFigures(String id, int inAssignment, int blockingPairs, List<String> first) {
        jdbc.sql("update cohort set in_assignment = :size, blocking_pairs = :count, first_blocking = :first"
                        + " where id = :id")
                .param("size", inAssignment)
                .param("count", blockingPairs)
                .param("first", written(first))
                .param("id", id)
                .update();
    }

    /**
     * The next mentorships that were assigned and do not know it yet. Who stands still is told on coming back; who could
     * not answer because of that chooses alone.
     */
    @Transactional(readOnly = true)
    List<String> toTell(String id, int most) {
        return jdbc.sql("select mentorship_id from cohort_member where cohort_id = :id and told_at is null"
                        + " and started_at is not null and not exists (select 1 from mentorship_pause p"
                        + " where p.mentorship_id = cohort_member.mentorship_id and p.resumed_at is null)"
                        + " and not exists (select 1 from shortlist s"
                        + " where s.mentorship_id = cohort_member.mentorship_id and s.closed_at is null"
                        + " and s.cohort_id = cohort_member.cohort_id and s.choice is null)"
                        + " order by mentee_id limit :most")
                .param("id", id)
                .param("most", most)
                .query(String.class)
                .list();
    }

    void told(List<String> mentorshipIds) {
        if (!mentorshipIds.isEmpty()) {
            jdbc.sql("update cohort_member set told_at = :now where mentorship_id in (:ids)")
                    .param("now", now())
                    .param("ids", mentorshipIds)
                    .update();
        }
    }

    /** @return whether its cohort is assigned, it waits for that, and was not told */
    boolean tellAfterPause(String mentorshipId) {
        return jdbc.sql("update cohort_member m set told_at = :now from cohort c, shortlist s"
                                + " where m.mentorship_id = :id and c.id = m.cohort_id and s.cohort_id = m.cohort_id"
                                + " and s.mentorship_id = m.mentorship_id and s.closed_at is null"
                                + " and s.choice in ('AUTO', 'SILENCE') and c.state = 'ASSIGNED'"
                                + " and c.withdrawn_at is null and m.told_at is null")
                        .param("now", now())
                        .param("id", mentorshipId)
                        .update()
                == 1;
    }

    private Timestamp now() {
        return Timestamp.from(time.now());
    }

    private Cohort cohort(ResultSet row) throws SQLException {
        return new Cohort(
                row.getString("id"),
                row.getString("name"),
                Cohort.State.valueOf(row.getString("state")),
                row.getInt("size"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("choosing_since")),
                instant(row.getTimestamp("assigned_at")),
                row.getObject("in_assignment", Integer.class),
                row.getObject("blocking_pairs", Integer.class),
                read(row.getString("first_blocking")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }

    private String written(List<String> texts) {
        try {
            return json.writeValueAsString(texts);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("texts cannot be written", notJson);
        }
    }

    private List<String> read(@Nullable String written) {
        try {
            return written == null ? List.of() : json.readValue(written, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored texts cannot be read", broken);
        }
    }
}
