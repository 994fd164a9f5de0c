package org.xinhuo.incentive.sharing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everything that was handed in for shares, version by version; none is ever written over. */
@Repository
@Transactional
public class ContentVersions {

    private final JdbcClient jdbc;

    ContentVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Outline and cases as they were handed in once.
     *
     * @param number from 1
     */
    public record ContentVersion(
            int number, String outline, @Nullable String cases, String handedInBy, Instant handedInAt) {}

    /** All of a share, the newest first. */
    @Transactional(readOnly = true)
    public List<ContentVersion> of(String shareId) {
        return jdbc.sql("select * from share_content_version where share_id = :share order by number desc")
                .param("share", shareId)
                .query((row, index) -> new ContentVersion(
                        row.getInt("number"),
                        row.getString("outline"),
                        row.getString("cases"),
                        row.getString("handed_in_by"),
                        row.getTimestamp("handed_in_at").toInstant()))
                .list();
    }

    /** The next one of a share, whose row the caller has just changed. @return its number */
    int add(String shareId, String outline, @Nullable String cases, String by, Instant at) {
        return jdbc.sql(
                        "insert into share_content_version (share_id, number, outline, cases, handed_in_by, handed_in_at)"
                                + " select :share, coalesce(max(number), 0) + 1, :outline, :cases, :by, :at"
                                + " from share_content_version where share_id = :share returning number")
                .param("share", shareId)
                .param("outline", outline)
                .param("cases", cases)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query(Integer.class)
                .single();
    }
}
