package org.xinhuo.mentoring.progress;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How items moved from status to status; only added to. */
@Component
@Transactional
class ProgressMoves {

    private final JdbcClient jdbc;

    ProgressMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String itemId, String personId, @Nullable ProgressStatus from, ProgressStatus to, Instant now) {
        jdbc.sql("insert into progress_move (item_id, person_id, from_status, to_status, moved_at)"
                        + " values (:item, :person, :from, :to, :now)")
                .param("item", itemId)
                .param("person", personId)
                .param("from", from == null ? null : from.name())
                .param("to", to.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** In the order they happened. */
    @Transactional(readOnly = true)
    List<Stored> of(Collection<String> itemIds) {
        return jdbc.sql("select item_id, person_id, from_status, to_status, moved_at from progress_move"
                        + " where item_id = any(:items) order by id")
                .param("items", itemIds.toArray(String[]::new))
                .query((row, number) -> {
                    String from = row.getString("from_status");
                    return new Stored(
                            row.getString("item_id"),
                            new ProgressSheet.Move(
                                    row.getTimestamp("moved_at").toInstant(),
                                    row.getString("person_id"),
                                    from == null
                                            ? null
                                            : ProgressStatus.valueOf(from).code(),
                                    ProgressStatus.valueOf(row.getString("to_status"))
                                            .code()));
                })
                .list();
    }

    record Stored(String itemId, ProgressSheet.Move move) {}

    /**
     * Notes that somebody looks at a sheet now. Looking again within half an hour counts as the same look, so that what
     * is new stays marked while it is being read.
     *
     * @return when this person looked the time before, or null
     */
    @Nullable
    Instant look(String mentorshipId, String personId, Instant now) {
        return jdbc.sql("""
                        insert into progress_look as known (mentorship_id, person_id, looked_at)
                        values (:mentorship, :person, :now)
                        on conflict (mentorship_id, person_id) do update set
                            before_that = case when known.looked_at < excluded.looked_at - interval '30 minutes'
                                then known.looked_at else known.before_that end,
                            looked_at = case when known.looked_at < excluded.looked_at - interval '30 minutes'
                                then excluded.looked_at else known.looked_at end
                        returning before_that
                        """)
                .param("mentorship", mentorshipId)
                .param("person", personId)
                .param("now", Timestamp.from(now))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(null);
    }
}
