package org.xinhuo.mentoring.absence;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.mentoring.log.LogContacts;

/** The silences that HR knows of and nobody has ended yet. */
@Component
public class SilentPairs {

    private final LogContacts contacts;
    private final JdbcClient jdbc;

    SilentPairs(LogContacts contacts, JdbcClient jdbc) {
        this.contacts = contacts;
        this.jdbc = jdbc;
    }

    private record Watched(LogContacts.Two two, Instant since) {}

    /**
     * The mentorships, by id. A contact takes one off at once, however far away the next look of its watch is; and who is
     * of a pair, or stands in, does not find the own: the other one may have left the question open.
     */
    @Transactional(readOnly = true)
    public Set<String> knownToHr(String readerId) {
        List<Watched> watched = jdbc.sql("""
                        select m.id, m.mentee_id, p.started_at, w.watched_since
                        from silence_watch w
                        join mentorship m on m.id = w.mentorship_id
                        join pairing p on p.mentorship_id = m.id and p.ended_at is null
                        where w.hr_told > 0 and m.ended_at is null and :reader not in (m.mentee_id, p.mentor_id)
                          and not exists (
                              select from mentor_substitution s
                              where s.mentorship_id = m.id and s.substitute_id = :reader
                                and s.begun_at is not null and s.ended_at is null)
                        order by m.id
                        """)
                .param("reader", readerId)
                .query((row, number) -> new Watched(
                        new LogContacts.Two(
                                row.getString("id"),
                                row.getString("mentee_id"),
                                row.getTimestamp("started_at").toInstant()),
                        row.getTimestamp("watched_since").toInstant()))
                .list();
        Map<String, Instant> last =
                contacts.last(watched.stream().map(Watched::two).toList());
        return watched.stream()
                .filter(pair -> !last.getOrDefault(pair.two().mentorshipId(), Instant.MIN)
                        .isAfter(pair.since()))
                .map(pair -> pair.two().mentorshipId())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
