package org.xinhuo.incentive.rota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;

/** All questions for a swap. */
@Repository
@Transactional
public class ShareSwaps {

    private static final String COLUMNS =
            "id, share_id, other_share_id, asked_by, asked_of, state, note, remark," + " asked_at, due_at, remind_at";

    private final JdbcClient jdbc;

    ShareSwaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Refusal where there is no such question */
    @Transactional(readOnly = true)
    public ShareSwap get(String id) {
        return find(id).orElseThrow(() -> Refusal.notFound("rota.swap.unknown"));
    }

    /** The question, where there is one. */
    @Transactional(readOnly = true)
    public Optional<ShareSwap> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from share_swap where id = :id")
                .param("id", id)
                .query(ShareSwaps::swap)
                .optional();
    }

    /** Open ones about a share. */
    @Transactional(readOnly = true)
    List<ShareSwap> openAbout(String shareId) {
        return jdbc.sql("select " + COLUMNS + " from share_swap where state = 'ASKED'"
                        + " and (share_id = :share or other_share_id = :share)")
                .param("share", shareId)
                .query(ShareSwaps::swap)
                .list();
    }

    /** The newest ones: a person's own, or everybody's for null. */
    @Transactional(readOnly = true)
    public List<ShareSwap> newest(@Nullable String person, int limit) {
        return jdbc.sql("select " + COLUMNS + " from share_swap where cast(:person as text) is null"
                        + " or asked_by = :person or asked_of = :person order by asked_at desc, id limit :limit")
                .param("person", person)
                .param("limit", limit)
                .query(ShareSwaps::swap)
                .list();
    }

    void write(ShareSwap swap, int ruleVersion) {
        try {
            jdbc.sql("insert into share_swap (" + COLUMNS + ", rule_version) values (:id, :share,"
                            + " cast(:other as text), :by, :of, 'ASKED', cast(:note as text), null, :at, :due, :remind,"
                            + " :version)")
                    .param("id", swap.id())
                    .param("share", swap.shareId())
                    .param("other", swap.otherShareId())
                    .param("by", swap.askedBy())
                    .param("of", swap.askedOf())
                    .param("note", swap.note())
                    .param("at", Timestamp.from(swap.askedAt()))
                    .param("due", Timestamp.from(swap.dueAt()))
                    .param("remind", Timestamp.from(swap.remindAt()))
                    .param("version", ruleVersion)
                    .update();
        } catch (DuplicateKeyException asked) {
            throw Refusal.conflict("rota.swap.asked");
        }
    }

    /** @return whether it had no process before */
    boolean start(String id) {
        return jdbc.sql("update share_swap set started = true where id = :id and not started and state = 'ASKED'")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @return whether it was still open */
    boolean end(String id, ShareSwap.State state, @Nullable String remark, Instant now) {
        return jdbc.sql("update share_swap set state = :state, remark = cast(:remark as text), answered_at = :now"
                                + " where id = :id and state = 'ASKED'")
                        .param("state", state.name())
                        .param("remark", remark)
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static ShareSwap swap(ResultSet row, int number) throws SQLException {
        return new ShareSwap(
                row.getString("id"),
                row.getString("share_id"),
                row.getString("other_share_id"),
                row.getString("asked_by"),
                row.getString("asked_of"),
                ShareSwap.State.valueOf(row.getString("state")),
                row.getString("note"),
                row.getString("remark"),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("remind_at").toInstant());
    }
}
