package org.xinhuo.mentoring;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;

/** A mentee says how satisfied he is with his mentor; matching reads it as the mentor's rating. */
@Component
public class MarkMentor {

    private final Mentorships mentorships;
    private final JdbcClient jdbc;
    private final CompanyTime time;

    MarkMentor(Mentorships mentorships, JdbcClient jdbc, CompanyTime time) {
        this.mentorships = mentorships;
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Marks the mentorship's present mentor.
     *
     * @param satisfaction 1 to 5
     * @throws Refusal where the mark is out of range or the mentorship has no mentor
     */
    @Transactional
    public void mark(String mentorshipId, int satisfaction) {
        if (satisfaction < 1 || satisfaction > 5) {
            throw Refusal.invalid("satisfaction", "form.outOfRange", "satisfaction", "1", "5");
        }
        jdbc.sql("insert into mentor_mark (mentor_id, mentorship_id, mark, given_at)"
                        + " values (:mentor, :mentorship, :mark, :now)")
                .param("mentor", mentorships.get(mentorshipId).mentor())
                .param("mentorship", mentorshipId)
                .param("mark", satisfaction)
                .param("now", Timestamp.from(time.now()))
                .update();
    }
}
