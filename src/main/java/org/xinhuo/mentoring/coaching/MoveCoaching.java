package org.xinhuo.mentoring.coaching;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.mentoring.MovedDates;

/** After a pause the end of the coaching and the duty that is owed lie later by the time that it stood still. */
@Component
class MoveCoaching implements MovedDates {

    private final CoachingCases cases;
    private final JdbcClient jdbc;

    MoveCoaching(CoachingCases cases, JdbcClient jdbc) {
        this.cases = cases;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void move(String mentorshipId, StoodStill pause) {
        cases.findByMentorshipIdAndEndedAtIsNull(mentorshipId).ifPresent(coaching -> {
            coaching.standStill(pause.days());
            cases.saveAndFlush(coaching);
            // An instant that had passed before the pause stays: what was late is as late as it was.
            jdbc.sql("""
                    update duty set due_on = case when due_at > :paused then due_on + :days else due_on end,
                        opens_at = case when opens_at > :paused then opens_at + :time else opens_at end,
                        remind_at = case when remind_at > :paused then remind_at + :time else remind_at end,
                        due_at = case when due_at > :paused then due_at + :time else due_at end,
                        escalate_at = case when escalate_at > :paused then escalate_at + :time else escalate_at end
                    where coaching_id = :coaching and done_at is null
                        and (missed_at is null or made_up_on is null and escalated_at is null)
                    """.replace(":time", "(cast(:resumed as timestamptz) - cast(:paused as timestamptz))"))
                    .param("paused", Timestamp.from(pause.pausedAt()))
                    .param("resumed", Timestamp.from(pause.resumedAt()))
                    .param("days", pause.days())
                    .param("coaching", coaching.id())
                    .update();
        });
    }
}
