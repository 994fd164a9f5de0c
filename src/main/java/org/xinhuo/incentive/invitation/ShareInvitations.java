package org.xinhuo.incentive.invitation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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

    /** @return false where somebody changes this share at this moment; its calendars follow that change */
    boolean holdAtOnce(String shareId) {
        return jdbc.sql("select 1 from share where id = :share for update skip locked")
                .param("share", shareId)
                .query(Integer.class)
                .optional()
                .isPresent();
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

    /** Planned shares whose audience may be invited by now, in the order of their ids. */
    List<String> soon(Instant from, Instant to) {
        return jdbc.sql("select id from share where state = 'PLANNED' and starts_at > :from and starts_at <= :to"
                        + " order by id")
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(String.class)
                .list();
    }

    /**
     * A planned share.
     *
     * @param group of its lecturer
     * @param invited whether its audience has been invited
     */
    record Near(String id, String group, @Nullable String audience, Instant startsAt, boolean invited) {}

    /** The same from the first to the last of two ids. */
    List<Near> soon(Instant from, Instant to, String first, String last) {
        return jdbc.sql("select s.id, coalesce(l.lecturer_group, '') as lecturer_group, s.audience, s.starts_at,"
                        + " exists (select 1 from share_invitation i where i.share_id = s.id"
                        + "     and i.role = 'AUDIENCE' and i.withdrawn_at is null) as invited"
                        + " from share s left join lecturer l on l.employee_id = s.lecturer_id"
                        + " where s.state = 'PLANNED' and s.starts_at > :from and s.starts_at <= :to"
                        + " and s.id >= :first and s.id <= :last order by s.id")
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("first", first)
                .param("last", last)
                .query((row, number) -> new Near(
                        row.getString("id"),
                        row.getString("lecturer_group"),
                        row.getString("audience"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getBoolean("invited")))
                .list();
    }

    List<String> lecturerGroups() {
        return jdbc.sql("select distinct lecturer_group from lecturer")
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
