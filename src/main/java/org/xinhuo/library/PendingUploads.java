package org.xinhuo.library;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.library.content.ContentKey;

/**
 * Contents on their way into the storage. Each is written down before it goes there, so that what nobody claims can be
 * found again without looking through the storage.
 */
@Component
@Transactional
class PendingUploads {

    private final JdbcClient jdbc;
    private final CompanyTime time;

    PendingUploads(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    void begin(ContentKey key) {
        jdbc.sql("insert into resource_upload (content_key, started_at) values (:key, :now)")
                .param("key", key.value())
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /**
     * The content gets its version, in this transaction.
     *
     * @throws Refusal where it took so long that it has been swept
     */
    void claim(ContentKey key) {
        if (!remove(key)) {
            throw Refusal.conflict("library.uploadTooSlow");
        }
    }

    boolean remove(ContentKey key) {
        return jdbc.sql("delete from resource_upload where content_key = :key")
                        .param("key", key.value())
                        .update()
                > 0;
    }

    /**
     * One that began before this instant and was not tried in vain since the other: those that never were come first,
     * then the one whose trial is longest ago. Nobody can claim it until the transaction ends.
     */
    Optional<ContentKey> lockOneBefore(Instant instant, Instant sweep) {
        return jdbc.sql("select content_key from resource_upload where started_at < :instant"
                        + " and (sweep_failed_at is null or sweep_failed_at < :sweep)"
                        + " order by sweep_failed_at nulls first, started_at limit 1 for update skip locked")
                .param("instant", Timestamp.from(instant))
                .param("sweep", Timestamp.from(sweep))
                .query(String.class)
                .optional()
                .map(ContentKey::new);
    }

    /** It could not be removed from the storage, and waits until the others have been tried. */
    void setBack(ContentKey key) {
        jdbc.sql("update resource_upload set sweep_failed_at = :now where content_key = :key")
                .param("key", key.value())
                .param("now", Timestamp.from(time.now()))
                .update();
    }
}
