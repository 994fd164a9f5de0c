package org.xinhuo.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;

/**
 * Tells people things, in the transaction in which they became true: in the inbox at once, by mail after the commit and
 * when it suits the person. See docs/notifications.md.
 */
@Component
@Transactional
public class Notices {

    private final JdbcClient jdbc;
    private final NoticeRows rows;
    private final CompanyTime time;
    private final Channels channels;
    private final DeliverySettings settings;

    Notices(JdbcClient jdbc, NoticeRows rows, CompanyTime time, Channels channels, DeliverySettings settings) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.time = time;
        this.channels = channels;
        this.settings = settings;
    }

    /**
     * One thing that somebody was told.
     *
     * @param code the message code; the reader's language makes the sentence
     * @param link where to act, or null
     * @param atOnce waits for no digest
     */
    public record Notice(
            long id,
            String code,
            List<Object> arguments,
            @Nullable String link,
            boolean atOnce,
            Instant createdAt,
            boolean read) {}

    /**
     * Tells a person once. The same key again changes nothing, so that a step which runs twice tells once.
     *
     * @param onceKey names the fact, such as {@code sharing/<id>/reminder-3d}
     * @param code a code of the message bundles
     * @param link a path on our own pages, or null
     * @param arguments texts and numbers of the sentence
     */
    public void tell(String personId, String onceKey, String code, @Nullable String link, Object... arguments) {
        write(List.of(personId), false, null, onceKey, code, link, arguments);
    }

    /** Tells several people the same, as {@link #tell(String, String, String, String, Object...)} does, in one go. */
    public void tell(
            Collection<String> people, String onceKey, String code, @Nullable String link, Object... arguments) {
        write(people, false, null, onceKey, code, link, arguments);
    }

    /**
     * Tells several people the same sentence, each with figures of his or her own, in one go.
     *
     * @param people who is told, with the texts and numbers of the sentence
     */
    public void tellEach(Map<String, List<Object>> people, String onceKey, String code, @Nullable String link) {
        Map<String, String> told = new TreeMap<>();
        people.forEach((person, arguments) -> told.put(person, rows.written(arguments)));
        write(told, false, null, onceKey, code, link);
    }

    /**
     * Tells a person what somebody waits for or has just said: a mention, an answer, a refusal. Waits for no digest;
     * outside of working hours it is mailed only to those who want that.
     */
    public void tellAtOnce(String personId, String onceKey, String code, @Nullable String link, Object... arguments) {
        write(List.of(personId), true, null, onceKey, code, link, arguments);
    }

    /** Tells several people the same, as the other of this name does, in one go. */
    public void tellAtOnce(
            Collection<String> people, String onceKey, String code, @Nullable String link, Object... arguments) {
        write(people, true, null, onceKey, code, link, arguments);
    }

    /**
     * Tells several people at once what is of no use later. Who would not be written to before then, because no working
     * hours begin until then, is written to outside of them.
     */
    public void tellInTime(
            Collection<String> people,
            Instant uselessFrom,
            String onceKey,
            String code,
            @Nullable String link,
            Object... arguments) {
        write(people, true, uselessFrom, onceKey, code, link, arguments);
    }

    private void write(
            Collection<String> people,
            boolean atOnce,
            @Nullable Instant uselessFrom,
            String onceKey,
            String code,
            @Nullable String link,
            Object... arguments) {
        String written = rows.written(List.of(arguments));
        Map<String, String> told = new TreeMap<>();
        people.forEach(person -> told.put(person, written));
        write(told, atOnce, uselessFrom, onceKey, code, link);
    }

    /**
     * One statement, however many people and channels.
     *
     * @param people with their arguments, in one order everywhere: two who tell the same people the same wait for each
     *     other, never in a circle
     */
    private void write(
            Map<String, String> people,
            boolean atOnce,
            @Nullable Instant uselessFrom,
            String onceKey,
            String code,
            @Nullable String link) {
        Instant now = time.now();
        jdbc.sql("""
                        with told as (
                            insert into notice (person_id, code, arguments, link, once_key, at_once, created_at)
                            select person, :code, arguments, cast(:link as text), :key, :atOnce,
                                cast(:now as timestamptz)
                            from unnest(:people, :arguments) as each (person, arguments)
                            on conflict (person_id, once_key) do nothing
                            returning id, person_id)
                        insert into notice_outbox (notice_id, channel, person_id, at_once, told_at, due_at,
                            useless_from)
                        select told.id, channel, told.person_id, :atOnce, cast(:now as timestamptz),
                            cast(:due as timestamptz), cast(:useless as timestamptz)
                        from told cross join unnest(:channels) as channel""")
                .param("people", people.keySet().toArray(String[]::new))
                .param("code", code)
                .param("arguments", people.values().toArray(String[]::new))
                .param("link", link)
                .param("key", onceKey)
                .param("atOnce", atOnce)
                .param("now", Timestamp.from(now))
                .param("due", Timestamp.from(atOnce ? now : now.plus(settings.gather())))
                .param("useless", uselessFrom == null ? null : Timestamp.from(uselessFrom))
                .param("channels", channels.open().toArray(String[]::new))
                .update();
    }

    /** The newest things that a person was told. */
    @Transactional(readOnly = true)
    public List<Notice> newest(String personId, int limit) {
        return page(personId, false, Long.MAX_VALUE, limit);
    }

    /** @param before only what was told before the notice with this id */
    @Transactional(readOnly = true)
    List<Notice> page(String personId, boolean unreadOnly, long before, int limit) {
        return jdbc.sql("select " + NoticeRows.COLUMNS + " from notice n where n.person_id = :person and n.id < :before"
                        + (unreadOnly ? " and n.read_at is null" : "") + " order by n.id desc limit :limit")
                .param("person", personId)
                .param("before", before)
                .param("limit", limit)
                .query(rows::notice)
                .list();
    }

    /** How many of this person's notices are unread. */
    @Transactional(readOnly = true)
    public int unread(String personId) {
        return jdbc.sql("select count(*) from notice where person_id = :person and read_at is null")
                .param("person", personId)
                .query(Integer.class)
                .single();
    }

    /** Everything that this person was told so far counts as read. */
    public void markRead(String personId) {
        jdbc.sql("update notice set read_at = :now where person_id = :person and read_at is null")
                .param("now", Timestamp.from(time.now()))
                .param("person", personId)
                .update();
    }

    /**
     * One notice of this person counts as read.
     *
     * @throws Refusal where this person was told no such thing
     */
    Notice markRead(String personId, long id) {
        return jdbc.sql("update notice n set read_at = coalesce(read_at, :now) where person_id = :person and id = :id"
                        + " returning " + NoticeRows.COLUMNS)
                .param("now", Timestamp.from(time.now()))
                .param("person", personId)
                .param("id", id)
                .query(rows::notice)
                .optional()
                .orElseThrow(() -> Refusal.notFound("notification.unknownNotice"));
    }
}
