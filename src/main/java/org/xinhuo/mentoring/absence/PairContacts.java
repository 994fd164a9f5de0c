package org.xinhuo.mentoring.absence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When the two of a pair last had to do with each other: a talk, a plan, an answer to it, an evaluation. */
@Component
class PairContacts {

    private final JdbcClient jdbc;

    PairContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    Optional<Instant> last(String mentorshipId) {
        return jdbc.sql("""
                select max(at) as at from (
                    select max(g.recorded_at) as at from guidance g
                        join coaching_case c on c.id = g.coaching_id where c.mentorship_id = :id
                    union all
                    select max(e.evaluated_at) from ability_evaluation e
                        join coaching_case c on c.id = e.coaching_id where c.mentorship_id = :id
                    union all
                    select max(s.recorded_at) from shared_experience s
                        join coaching_case c on c.id = s.coaching_id where c.mentorship_id = :id
                    union all
                    select max(created_at) from plan_version where mentorship_id = :id
                    union all
                    select max(a.answered_at) from plan_answer a
                        join plan_version v on v.id = a.plan_version_id where v.mentorship_id = :id
                    union all
                    select max(needs_stated_at) from plan where mentorship_id = :id) as contact
                """)
                .param("id", mentorshipId)
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("at")).map(Timestamp::toInstant))
                .single();
    }
}
