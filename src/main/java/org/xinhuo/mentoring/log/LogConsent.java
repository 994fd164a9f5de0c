package org.xinhuo.mentoring.log;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;

/**
 * Whether a mentor may read what was written with the mentor before. Without the mentee's word a new mentor sees the log
 * from the day on which he came; the first mentor of a mentorship sees all of it.
 */
@Component
public class LogConsent {

    private final JdbcClient jdbc;
    private final CompanyTime time;

    LogConsent(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * The mentee hands the earlier log over: to the mentor of now, or while there is nobody, to who comes next.
     *
     * @param personId who says so; the caller has checked that it is the mentee
     * @throws Refusal where no mentor has left yet, and so nothing can be handed over
     */
    @Transactional
    public void grant(String mentorshipId, String personId) {
        decide(mentorshipId, personId, true);
    }

    /**
     * The mentee keeps the earlier log back, or takes an earlier word back.
     *
     * @throws Refusal where no mentor has left yet
     */
    @Transactional
    public void withhold(String mentorshipId, String personId) {
        decide(mentorshipId, personId, false);
    }

    private void decide(String mentorshipId, String personId, boolean granted) {
        int stored = jdbc.sql("insert into log_consent (mentorship_id, granted, given_by, given_at, after_pairing)"
                        + " select :mentorship, :granted, :by, :now, id from pairing where mentorship_id = :mentorship"
                        + " and ended_at is not null order by id desc limit 1")
                .param("mentorship", mentorshipId)
                .param("granted", granted)
                .param("by", personId)
                .param("now", Timestamp.from(time.now()))
                .update();
        if (stored == 0) {
            throw Refusal.conflict("mentoring.log.nothingToHandOver");
        }
    }

    /** From when on the mentor of now sees the log: the epoch where all of it. */
    @Transactional(readOnly = true)
    public Instant visibleFrom(String mentorshipId) {
        Optional<Instant> began = jdbc.sql("""
                        select now.started_at from pairing as now
                        join lateral (select id from pairing where mentorship_id = now.mentorship_id and id < now.id
                                      order by id desc limit 1) as before on true
                        left join lateral (select granted from log_consent
                                           where mentorship_id = now.mentorship_id and after_pairing = before.id
                                           order by id desc limit 1) as word on true
                        where now.id = (select max(id) from pairing where mentorship_id = :mentorship)
                          and word.granted is distinct from true
                        """)
                .param("mentorship", mentorshipId)
                .query((row, number) -> row.getTimestamp("started_at").toInstant())
                .optional();
        return began.orElse(Instant.EPOCH);
    }
}
