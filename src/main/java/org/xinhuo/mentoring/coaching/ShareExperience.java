package org.xinhuo.mentoring.coaching;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.log.CoachingLog;
import org.xinhuo.mentoring.log.LogKind;
import org.xinhuo.mentoring.log.NewEntry;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;

/** The mentor writes up a case that others can learn from. */
@Component
public class ShareExperience {

    private final MentoringRights rights;
    private final CoachingCases cases;
    private final Duties duties;
    private final JdbcClient jdbc;
    private final CoachingLog log;
    private final CompanyTime time;

    ShareExperience(
            MentoringRights rights,
            CoachingCases cases,
            Duties duties,
            JdbcClient jdbc,
            CoachingLog log,
            CompanyTime time) {
        this.rights = rights;
        this.cases = cases;
        this.duties = duties;
        this.jdbc = jdbc;
        this.log = log;
        this.time = time;
    }

    /** A case: where it began, what was done step by step, and what came of it. */
    public record Experience(String title, String situation, String method, String steps, String effect) {

        private String inFull() {
            return String.join("\n\n", title, situation, method, steps, effect);
        }
    }

    @Transactional
    public void share(String mentorshipId, String personId, Experience experience) {
        CoachingCase coaching = cases.underWay(mentorshipId);
        rights.check(personId, mentorshipId, MentoringAction.SHARE_EXPERIENCE);
        Duty duty = duties.asked(coaching.id(), DutyKind.EXPERIENCE_SHARING).orElseThrow();
        long id = jdbc.sql(
                        "insert into shared_experience (coaching_id, duty_id, title, situation, method, steps, effect,"
                                + " given_by, recorded_at) values (:coaching, :duty, :title, :situation, :method, :steps,"
                                + " :effect, :by, :now) returning id")
                .param("coaching", coaching.id())
                .param("duty", duty.id())
                .param("title", experience.title())
                .param("situation", experience.situation())
                .param("method", experience.method())
                .param("steps", experience.steps())
                .param("effect", experience.effect())
                .param("by", personId)
                .param("now", Timestamp.from(time.now()))
                .query(Long.class)
                .single();
        duties.doneToday(duty);
        log.record(NewEntry.of(mentorshipId, LogKind.EXPERIENCE, personId, experience.inFull())
                .source(id));
    }
}
