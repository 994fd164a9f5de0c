package org.xinhuo.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** Tells people things, in the transaction in which they became true. */
@Component
@Transactional
public class Notices {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final CompanyTime time;

    Notices(JdbcClient jdbc, ObjectMapper json, CompanyTime time) {
        this.jdbc = jdbc;
        this.json = json;
        this.time = time;
    }

    /**
     * One thing that somebody was told.
     *
     * @param code the message code; the reader's language makes the sentence
     * @param link where to act, or null
     */
    public record Notice(
            long id,
            String code,
            List<Object> arguments,
            @Nullable String link,
            Instant createdAt,
            boolean read) {}

    /**
     * Tells a person once. The same key again changes nothing, so that a step which runs twice tells once.
     *
     * @param onceKey names the fact, such as {@code sharing/<id>/reminder-3d}
     * @param code a code of the message bundles
     * @param link a path on our own pages, or null
     */
    public void tell(String personId, String onceKey, String code, @Nullable String link, Object... arguments) {
        jdbc.sql("insert into notice (person_id, code, arguments, link, once_key, created_at)"
                        + " values (:person, :code, :arguments, :link, :key, :now)"
                        + " on conflict (person_id, once_key) do nothing")
                .param("person", personId)
                .param("code", code)
                .param("arguments", written(List.of(arguments)))
                .param("link", link)
                .param("key", onceKey)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** The newest things that a person was told. */
    @Transactional(readOnly = true)
    public List<Notice> newest(String personId, int limit) {
        return jdbc.sql("select id, code, arguments, link, created_at, read_at is not null as was_read from notice"
                        + " where person_id = :person order by created_at desc, id desc limit :limit")
                .param("person", personId)
                .param("limit", limit)
                .query((row, number) -> new Notice(
                        row.getLong("id"),
                        row.getString("code"),
                        read(row.getString("arguments")),
                        row.getString("link"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getBoolean("was_read")))
                .list();
    }

    /** Everything that this person was told so far counts as read. */
    public void markRead(String personId) {
        jdbc.sql("update notice set read_at = :now where person_id = :person and read_at is null")
                .param("now", Timestamp.from(time.now()))
                .param("person", personId)
                .update();
    }

    private String written(List<Object> arguments) {
        try {
            return json.writeValueAsString(arguments);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("arguments must be texts and numbers: " + arguments, notJson);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Object> read(String arguments) {
        try {
            return json.readValue(arguments, List.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored notice cannot be read: " + arguments, broken);
        }
    }
}
