package org.xinhuo.incentive.sharing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** The changes that people asked for, with their reasons. */
@Repository
@Transactional
class ShareChanges {

    private final JdbcClient jdbc;
    private final CompanyTime time;

    ShareChanges(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** What was asked for; what is null stays as it is. */
    record Asked(
            long id,
            String reason,
            @Nullable Instant startsAt,
            @Nullable Integer minutes,
            @Nullable String place,
            @Nullable String title,
            @Nullable String audience) {}

    void ask(String shareId, ShareChanged.Kind kind, String by, String reason, AskForChange.@Nullable Move move) {
        jdbc.sql(
                        "insert into share_change (share_id, kind, asked_by, asked_at, reason, starts_at, minutes, place, title,"
                                + " audience) values (:share, :kind, :by, :now, :reason, cast(:starts as timestamptz),"
                                + " cast(:minutes as integer), cast(:place as text), cast(:title as text),"
                                + " cast(:audience as text))")
                .param("share", shareId)
                .param("kind", kind.name())
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .param("reason", reason)
                .param("starts", move == null || move.startsAt() == null ? null : Timestamp.from(move.startsAt()))
                .param("minutes", move == null ? null : move.minutes())
                .param("place", move == null ? null : move.place())
                .param("title", move == null ? null : move.title())
                .param("audience", move == null ? null : move.audience())
                .update();
    }

    void askToPassOn(String shareId, String newLecturerId, String by, String reason) {
        jdbc.sql("insert into share_change (share_id, kind, asked_by, asked_at, reason, lecturer_id)"
                        + " values (:share, :kind, :by, :now, :reason, :lecturer)")
                .param("share", shareId)
                .param("kind", ShareChanged.Kind.PASSED_ON.name())
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .param("reason", reason)
                .param("lecturer", newLecturerId)
                .update();
    }

    /** The latest one that nobody has carried out yet; from here on it is. */
    Optional<Asked> take(String shareId, ShareChanged.Kind kind) {
        return jdbc.sql("update share_change set carried_out_at = :now where id = (select id from share_change"
                        + " where share_id = :share and kind = :kind and carried_out_at is null"
                        + " order by id desc limit 1 for update)"
                        + " returning id, reason, starts_at, minutes, place, title, audience")
                .param("now", Timestamp.from(time.now()))
                .param("share", shareId)
                .param("kind", kind.name())
                .query((row, number) -> {
                    Timestamp starts = row.getTimestamp("starts_at");
                    int minutes = row.getInt("minutes");
                    return new Asked(
                            row.getLong("id"),
                            row.getString("reason"),
                            starts == null ? null : starts.toInstant(),
                            minutes == 0 ? null : minutes,
                            row.getString("place"),
                            row.getString("title"),
                            row.getString("audience"));
                })
                .optional();
    }
}
