package org.xinhuo.mentoring.cohort;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** Cohorts that HR took back, and what became of each member. Moves by updates that name what must be so, not by versions. */
@Component
@Transactional
class CohortWithdrawals {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final CompanyTime time;

    CohortWithdrawals(JdbcClient jdbc, JdbcTemplate batch, CompanyTime time) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.time = time;
    }

    /** What becomes of a member. */
    enum Fate {
        WITHDRAWN,
        GOES_ON,
        OVER
    }

    /**
     * Who took a cohort back.
     *
     * @param doneAt when what becomes of every member was settled, or null
     */
    record Withdrawal(
            String personId,
            Instant at,
            String reason,
            @Nullable Instant doneAt) {}

    /** A member as the withdrawal finds it. @param started whether a mentorship was started */
    record Member(String menteeId, String mentorshipId, boolean started, Fate fate) {}

    Optional<Withdrawal> of(String cohortId) {
        return jdbc.sql("select withdrawn_by, withdrawn_at, withdrawal_reason, withdrawal_done_at from cohort"
                        + " where id = :id and withdrawn_at is not null")
                .param("id", cohortId)
                .query((row, number) -> {
                    Timestamp done = row.getTimestamp("withdrawal_done_at");
                    return new Withdrawal(
                            row.getString("withdrawn_by"),
                            row.getTimestamp("withdrawn_at").toInstant(),
                            row.getString("withdrawal_reason"),
                            done == null ? null : done.toInstant());
                })
                .optional();
    }

    /** @return false where it was taken back before */
    boolean begin(String cohortId, String personId, String reason) {
        return jdbc.sql("update cohort set withdrawn_at = :now, withdrawn_by = :person, withdrawal_reason = :reason"
                                + " where id = :id and withdrawn_at is null")
                        .param("now", now())
                        .param("person", personId)
                        .param("reason", reason)
                        .param("id", cohortId)
                        .update()
                == 1;
    }

    /** @return false where it is not taken back, or a process has taken that up before */
    boolean open(String cohortId) {
        return jdbc.sql("update cohort set withdrawal_opened_at = :now where id = :id and withdrawn_at is not null"
                                + " and withdrawal_opened_at is null")
                        .param("now", now())
                        .param("id", cohortId)
                        .update()
                == 1;
    }

    void done(String cohortId) {
        jdbc.sql("update cohort set withdrawal_done_at = :now where id = :id and withdrawal_done_at is null")
                .param("now", now())
                .param("id", cohortId)
                .update();
    }

    /**
     * The next members about whom nothing is settled. A mentorship that has or once had a mentor has begun and goes on;
     * HR can take it back alone when it looks for another.
     */
    @Transactional(readOnly = true)
    List<Member> next(String cohortId, int most) {
        return jdbc.sql("""
                select c.mentee_id, c.mentorship_id, c.started_at is not null as started,
                    case when c.skipped is not null or m.ended_at is not null then 'OVER'
                         when m.id is null then 'WITHDRAWN'
                         when m.state <> 'MATCHING' or exists (select 1 from pairing p where p.mentorship_id = m.id)
                            then 'GOES_ON'
                         else 'WITHDRAWN' end as fate
                from cohort_member c left join mentorship m on m.id = c.mentorship_id
                where c.cohort_id = :id and c.withdrawal is null
                order by c.mentee_id limit :most
                """)
                .param("id", cohortId)
                .param("most", most)
                .query((row, number) -> new Member(
                        row.getString("mentee_id"),
                        row.getString("mentorship_id"),
                        row.getBoolean("started"),
                        Fate.valueOf(row.getString("fate"))))
                .list();
    }

    /** Whether this person is one of the mentees of the cohort. */
    @Transactional(readOnly = true)
    boolean isMember(String cohortId, String personId) {
        return jdbc.sql("select exists (select 1 from cohort_member where cohort_id = :id and mentee_id = :person"
                        + " and skipped is null)")
                .param("id", cohortId)
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }

    /** Whether a withdrawal would take anybody back. */
    @Transactional(readOnly = true)
    boolean isAnybodyWaiting(String cohortId) {
        return jdbc.sql("""
                select exists (select 1 from cohort_member c left join mentorship m on m.id = c.mentorship_id
                    where c.cohort_id = :id and c.skipped is null and (m.id is null or m.state = 'MATCHING'
                        and not exists (select 1 from pairing p where p.mentorship_id = m.id)))
                """).param("id", cohortId).query(Boolean.class).single();
    }

    void settle(String cohortId, List<Member> members) {
        batch.batchUpdate(
                "update cohort_member set withdrawal = ? where cohort_id = ? and mentee_id = ?",
                members.stream()
                        .map(member -> new Object[] {member.fate().name(), cohortId, member.menteeId()})
                        .toList());
    }

    @Transactional(readOnly = true)
    int count(String cohortId, Fate fate) {
        return jdbc.sql("select count(*) from cohort_member where cohort_id = :id and withdrawal = :fate")
                .param("id", cohortId)
                .param("fate", fate.name())
                .query(Integer.class)
                .single();
    }

    private Timestamp now() {
        return Timestamp.from(time.now());
    }
}
