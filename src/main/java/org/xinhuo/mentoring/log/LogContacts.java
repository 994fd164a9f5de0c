package org.xinhuo.mentoring.log;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often the two of a pair were in touch. A contact is a day, by the company's calendar, on which a message of either
 * side stands in the log or a talk was held: twenty lines of one chat are one contact.
 */
@Component
public class LogContacts {

    private final JdbcClient jdbc;

    LogContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The contacts of a coaching, both days included. A talk may have been held on the day before the first: west of the
     * company's zone it was still yesterday when the coaching began.
     */
    @Transactional(readOnly = true)
    public int days(String mentorshipId, LocalDate from, LocalDate to) {
        return jdbc.sql("select count(distinct happened_on) from log_entry where mentorship_id = :mentorship"
                        + " and (kind = 'MESSAGE' and happened_on >= :from or kind = 'GUIDANCE' and happened_on >= :eve)"
                        + " and happened_on <= :to")
                .param("mentorship", mentorshipId)
                .param("from", Date.valueOf(from))
                .param("eve", Date.valueOf(from.minusDays(1)))
                .param("to", Date.valueOf(to))
                .query(Integer.class)
                .single();
    }

    /**
     * When the two were last in touch, as the watch for silence means it: both took part. A talk counts when it is
     * written down; whatever else stands in the log counts where it answers, that is, where what stands before it is
     * the other side's. However often one writes alone, it is no contact.
     *
     * @param menteeId whoever else writes stands on the mentor's side
     * @param since what the mentee and an earlier mentor wrote before does not count
     */
    @Transactional(readOnly = true)
    public Optional<Instant> last(String mentorshipId, String menteeId, Instant since) {
        return jdbc.sql("""
                        select max(at) from (
                            select at, kind, author_id = :mentee as by_mentee,
                                   lag(author_id = :mentee) over (order by at, id) as before_by_mentee
                            from log_entry
                            where mentorship_id = :mentorship and author_id is not null and kind <> 'CONCLUSION'
                              and at >= :since) entry
                        where kind = 'GUIDANCE' or by_mentee <> before_by_mentee
                        """)
                .param("mentorship", mentorshipId)
                .param("mentee", menteeId)
                .param("since", Timestamp.from(since))
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(Timestamp::toInstant);
    }
}
