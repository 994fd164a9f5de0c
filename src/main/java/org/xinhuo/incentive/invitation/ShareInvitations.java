package org.xinhuo.incentive.invitation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** In whose calendars which share stands. Set-based: an audience may be the company. */
@Repository
@Transactional
class ShareInvitations {

    private final JdbcClient jdbc;

    ShareInvitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody's calendar knows. */
    record Sent(String role, int sequence) {}

    /** Nobody else writes to people about this share until the transaction ends. */
    void hold(String shareId) {
        jdbc.sql("select 1 from share where id = :share for update")
                .param("share", shareId)
                .query(Integer.class)
                .optional();
    }

    /** Everybody who has it in the calendar. */
    Map<String, Sent> open(String shareId) {
        Map<String, Sent> open = new TreeMap<>();
        jdbc.sql("select person_id, role, sequence from share_invitation"
                        + " where share_id = :share and withdrawn_at is null")
                .param("share", shareId)
                .query(row -> {
                    open.put(row.getString("person_id"), new Sent(row.getString("role"), row.getInt("sequence")));
                });
        return open;
    }

    /** They have this version from now on. */
    void write(String shareId, Collection<String> people, String lecturerId, int sequence, Instant now) {
        jdbc.sql("insert into share_invitation as known (share_id, person_id, role, sequence, sent_at)"
                        + " select :share, person, case when person = :lecturer then 'LECTURER' else 'AUDIENCE' end,"
                        + " :sequence, :now from unnest(:people) as person"
                        + " on conflict (share_id, person_id) do update set role = excluded.role,"
                        + " sequence = excluded.sequence, sent_at = excluded.sent_at, withdrawn_at = null")
                .param("share", shareId)
                .param("people", new TreeSet<>(people).toArray(String[]::new))
                .param("lecturer", lecturerId)
                .param("sequence", sequence)
                .param("now", Timestamp.from(now))
                .update();
    }

    void withdraw(String shareId, Collection<String> people, int sequence, Instant now) {
        jdbc.sql("update share_invitation set withdrawn_at = :now, sent_at = :now, sequence = :sequence"
                        + " where share_id = :share and person_id = any(:people)")
                .param("share", shareId)
                .param("people", new TreeSet<>(people).toArray(String[]::new))
                .param("sequence", sequence)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Planned shares whose audience may be invited by now, the next first. */
    List<String> soon(Instant from, Instant to) {
        return jdbc.sql("select id from share where state = 'PLANNED' and starts_at > :from and starts_at <= :to"
                        + " order by starts_at, id")
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(String.class)
                .list();
    }

    /** People by time zone and reading Chinese or not: one sentence fits each of these groups. */
    Map<String, List<String>> byZone(Collection<String> people) {
        Map<String, List<String>> zones = new TreeMap<>();
        jdbc.sql("select id, time_zone from employee where id = any(:people) order by id")
                .param("people", people.toArray(String[]::new))
                .query(row -> {
                    zones.computeIfAbsent(row.getString("time_zone"), any -> new java.util.ArrayList<>())
                            .add(row.getString("id"));
                });
        return zones;
    }
}
