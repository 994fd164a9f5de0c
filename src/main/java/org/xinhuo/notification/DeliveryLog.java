package org.xinhuo.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of the deliveries, for HR and administrators: who and when and why not, never what was written. */
@Component
@Transactional(readOnly = true)
class DeliveryLog {

    private final JdbcClient jdbc;

    DeliveryLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One delivery.
     *
     * @param state {@code WAITING}, {@code SENT}, {@code GAVE_UP} or {@code DROPPED} (needed no more)
     * @param notices how many notices went together
     * @param reason what the last attempt ran into, or why it was dropped
     * @param nextAttemptAt of one that waits
     */
    record Entry(
            String id,
            String personId,
            String channel,
            String state,
            boolean atOnce,
            int notices,
            int attempts,
            @Nullable String reason,
            String messageId,
            Instant createdAt,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant finishedAt) {}

    /**
     * How delivering stands.
     *
     * @param unpacked notices that wait in the outbox, for working hours or for a digest
     * @param waiting deliveries that are packed and not yet sent
     * @param retrying those of them that failed at least once
     * @param oldestWaiting since when the oldest of them waits, or null
     */
    record Standing(
            int unpacked,
            int waiting,
            int retrying,
            int gaveUp,
            @Nullable Instant oldestWaiting) {}

    /** Where a page ends: letters of one round are of the same instant, only with the id it is a place. */
    record Place(Instant createdAt, @Nullable UUID id) {}

    /** The newest first, or those in a state or of a person; after a place, or from the newest on. */
    public List<Entry> find(@Nullable String state, @Nullable String person, @Nullable Place after, int limit) {
        if (person != null && person.indexOf('\0') >= 0) {
            // No id has it, and the database refuses to be asked for it.
            return List.of();
        }
        String place = after == null
                ? ""
                : after.id() == null
                        ? " and d.created_at < :before"
                        : " and (d.created_at, d.id) < (:before, :beforeId)";
        return jdbc.sql(
                        "select cast(d.id as text) as id, d.person_id, d.channel, d.state, d.at_once, d.attempts, d.reason,"
                                + " d.message_id, d.created_at, d.next_attempt_at, d.finished_at,"
                                + " (select count(*) from notice_outbox o where o.delivery_id = d.id) as notices"
                                + " from notice_delivery d where true"
                                + place
                                + (state == null ? "" : " and d.state = :state")
                                + (person == null ? "" : " and d.person_id = :person")
                                + " order by d.created_at desc, d.id desc limit :limit")
                .param("before", after == null ? null : Timestamp.from(after.createdAt()))
                .param("beforeId", after == null ? null : after.id())
                .param("state", state)
                .param("person", person)
                .param("limit", limit)
                .query(DeliveryLog::entry)
                .list();
    }

    public Standing standing() {
        return jdbc.sql("select (select count(*) from notice_outbox where delivery_id is null) as unpacked,"
                        + " count(*) filter (where state = 'WAITING') as waiting,"
                        + " count(*) filter (where state = 'WAITING' and reason is not null) as retrying,"
                        + " count(*) filter (where state = 'GAVE_UP') as gave_up,"
                        + " min(waiting_since) filter (where state = 'WAITING') as oldest"
                        + " from notice_delivery where state in ('WAITING', 'GAVE_UP')")
                .query((row, number) -> new Standing(
                        row.getInt("unpacked"),
                        row.getInt("waiting"),
                        row.getInt("retrying"),
                        row.getInt("gave_up"),
                        instant(row, "oldest")))
                .single();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        String state = row.getString("state");
        return new Entry(
                row.getString("id"),
                row.getString("person_id"),
                row.getString("channel"),
                state,
                row.getBoolean("at_once"),
                row.getInt("notices"),
                row.getInt("attempts"),
                row.getString("reason"),
                row.getString("message_id"),
                row.getTimestamp("created_at").toInstant(),
                state.equals("WAITING") ? instant(row, "next_attempt_at") : null,
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp stamp = row.getTimestamp(column);
        return stamp == null ? null : stamp.toInstant();
    }
}
