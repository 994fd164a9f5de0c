package org.xinhuo.notification;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/**
 * What could not be delivered, by person: that is what somebody can mend, an address at a time. Sent again, everything
 * that was given up for a person goes as one letter.
 */
@Component
@Transactional
class UndeliveredMail {

    private final JdbcClient jdbc;
    private final Channels channels;
    private final CompanyTime time;

    UndeliveredMail(JdbcClient jdbc, Channels channels, CompanyTime time) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.time = time;
    }

    /**
     * Somebody to whom letters were given up.
     *
     * @param email the address of now, or null
     * @param reason what the last attempt of the latest letter ran into
     */
    record GivenUp(
            String personId,
            String name,
            @Nullable String email,
            String channel,
            int letters,
            Instant last,
            @Nullable String reason) {}

    /** Somebody who works here and has no address. */
    record Unreachable(String personId, String name) {}

    private record Letter(UUID id, String person, String channel, boolean atOnce) {}

    /** By who failed last, from a place in that order on. */
    @Transactional(readOnly = true)
    public List<GivenUp> givenUp(int from, int limit) {
        return jdbc.sql("""
                        select g.*, e.name, e.email from (
                            select person_id, channel, count(*) as letters, max(finished_at) as last,
                                (array_agg(reason order by finished_at desc, id desc))[1] as reason
                            from notice_delivery where state = 'GAVE_UP' group by person_id, channel) as g
                        join employee e on e.id = g.person_id
                        order by g.last desc, g.person_id, g.channel limit :limit offset :from""")
                .param("limit", limit)
                .param("from", from)
                .query((row, number) -> new GivenUp(
                        row.getString("person_id"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("channel"),
                        row.getInt("letters"),
                        row.getTimestamp("last").toInstant(),
                        row.getString("reason")))
                .list();
    }

    /** What the letters that are asked for again ran into last, or null where none is. */
    @Transactional(readOnly = true)
    public @Nullable String latestTrouble() {
        return jdbc.sql("select reason from notice_delivery where state = 'WAITING' and reason is not null"
                        + " order by next_attempt_at desc, id limit 1")
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Who works here and cannot be written to, by id. */
    @Transactional(readOnly = true)
    public List<Unreachable> unreachable(int limit) {
        return jdbc.sql("select id, name from employee where coalesce(trim(email), '') = ''"
                        + " and (left_on is null or left_on > :today) order by id limit :limit")
                .param("today", Date.valueOf(time.today()))
                .param("limit", limit)
                .query((row, number) -> new Unreachable(row.getString("id"), row.getString("name")))
                .list();
    }

    /**
     * Sends again what was given up, of one person or of all; where a channel is closed, it stays.
     *
     * @return how many letters that were given up go again
     */
    public int sendAgain(@Nullable String personId) {
        if (personId != null && personId.indexOf('\0') >= 0) {
            return 0;
        }
        List<Letter> letters = locked(personId).stream()
                .filter(letter -> channels.named(letter.channel()).isPresent())
                .toList();
        Map<List<String>, List<Letter>> byPerson = new LinkedHashMap<>();
        for (Letter letter : letters) {
            byPerson.computeIfAbsent(List.of(letter.person(), letter.channel()), first -> new ArrayList<>())
                    .add(letter);
        }
        List<UUID> alone = new ArrayList<>();
        for (List<Letter> ofOne : byPerson.values()) {
            if (ofOne.size() == 1) {
                alone.add(ofOne.get(0).id());
            } else {
                together(ofOne);
            }
        }
        again(alone);
        return letters.size();
    }

    private List<Letter> locked(@Nullable String personId) {
        return jdbc.sql("select id, person_id, channel, at_once from notice_delivery where state = 'GAVE_UP'"
                        + (personId == null ? "" : " and person_id = :person") + " order by id for update")
                .params(personId == null ? Map.of() : Map.of("person", personId))
                .query((row, number) -> new Letter(
                        row.getObject("id", UUID.class),
                        row.getString("person_id"),
                        row.getString("channel"),
                        row.getBoolean("at_once")))
                .list();
    }

    /** Begins again with letters as they are, under the identity that they have. */
    private void again(List<UUID> letters) {
        jdbc.sql("update notice_delivery set state = 'WAITING', finished_at = null, attempts = attempts + 1,"
                        + " waiting_since = :now, next_attempt_at = :now where id = any(:ids) and state = 'GAVE_UP'")
                .param("now", Timestamp.from(time.now()))
                .param("ids", letters.toArray(UUID[]::new))
                .update();
    }

    /** One letter instead of several; another one, so with an identity of its own. */
    private void together(List<Letter> letters) {
        Letter first = letters.get(0);
        String id = UUID.randomUUID().toString();
        Timestamp now = Timestamp.from(time.now());
        UUID[] old = letters.stream().map(Letter::id).toArray(UUID[]::new);
        jdbc.sql(
                        "insert into notice_delivery (id, person_id, channel, message_id, at_once, state, created_at,"
                                + " waiting_since, next_attempt_at)"
                                + " values (cast(:id as uuid), :person, :channel, :message, :atOnce, 'WAITING', :now, :now, :now)")
                .param("id", id)
                .param("person", first.person())
                .param("channel", first.channel())
                .param("message", channels.named(first.channel()).orElseThrow().messageId(id))
                .param("atOnce", letters.stream().anyMatch(Letter::atOnce))
                .param("now", now)
                .update();
        jdbc.sql("update notice_outbox set delivery_id = cast(:id as uuid) where delivery_id = any(:old)")
                .param("id", id)
                .param("old", old)
                .update();
        jdbc.sql("update notice_delivery set state = 'DROPPED', reason = :reason where id = any(:old)")
                .param("reason", "goes again with others as " + id)
                .param("old", old)
                .update();
    }

    /** Who looks after undelivered mail. */
    static boolean mayBeSeenBy(Set<String> groups) {
        return groups.contains("hr") || groups.contains("camunda-admin");
    }
}
