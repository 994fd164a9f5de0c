package org.xinhuo.mentoring.log;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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
     * Two who are watched for silence.
     *
     * @param menteeId whoever else writes stands on the mentor's side
     * @param since what the mentee and an earlier mentor wrote before does not count
     */
    public record Two(String mentorshipId, String menteeId, Instant since) {}

    /**
     * When each two were last in touch, as the watch for silence means it: both took part. A talk counts when it is
     * written down; whatever else stands in the log counts where it answers, that is, where what stands before it is
     * the other side's. However often one writes alone, it is no contact.
     *
     * @param pairs each mentorship once
     * @return by mentorship; who was never in touch is missing
     */
    @Transactional(readOnly = true)
    public Map<String, Instant> last(Collection<Two> pairs) {
        Map<String, Instant> last = new HashMap<>();
        jdbc.sql("""
                        select mentorship_id, max(at) as at from (
                            select e.mentorship_id, e.at, e.kind, e.author_id = pair.mentee as by_mentee,
                                   lag(e.author_id = pair.mentee)
                                       over (partition by e.mentorship_id order by e.at, e.id) as before_by_mentee
                            from unnest(:mentorships, :mentees, cast(:since as timestamptz[]))
                                     as pair (mentorship, mentee, since)
                            join log_entry e on e.mentorship_id = pair.mentorship and e.at >= pair.since
                            where e.author_id is not null and e.kind <> 'CONCLUSION') entry
                        where kind = 'GUIDANCE' or by_mentee <> before_by_mentee
                        group by mentorship_id
                        """)
                .param("mentorships", pairs.stream().map(Two::mentorshipId).toArray(String[]::new))
                .param("mentees", pairs.stream().map(Two::menteeId).toArray(String[]::new))
                .param(
                        "since",
                        pairs.stream().map(pair -> pair.since().toString()).toArray(String[]::new))
                .query(row -> {
                    last.put(
                            row.getString("mentorship_id"),
                            row.getTimestamp("at").toInstant());
                });
        return last;
    }
}
