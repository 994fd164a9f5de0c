package org.xinhuo.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/**
 * Takes what waits in the outbox and packs it into deliveries, one a person: everything that may go now goes together.
 * What may not go yet gets the instant from which on it may, so that nobody looks at it before.
 */
@Component
class PackNotices {

    /** People a transaction; ten statements, however many there are. */
    static final int PEOPLE_AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Recipients recipients;
    private final CompanyTime time;

    PackNotices(JdbcClient jdbc, Recipients recipients, CompanyTime time) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.time = time;
    }

    private record Waiting(
            long notice,
            String person,
            boolean atOnce,
            Instant toldAt,
            @Nullable Instant uselessFrom,
            boolean read) {

        /** Whether it is still of use now and would not be when the receiver's hours begin. */
        boolean isPressing(Instant now, Instant hours) {
            return uselessFrom != null && now.isBefore(uselessFrom) && !hours.isBefore(uselessFrom);
        }
    }

    private record Packed(
            String delivery, String messageId, String person, boolean atOnce, boolean anyTime, List<Long> notices) {}

    /** What becomes of the rows of one round; written in a handful of statements. */
    private static final class Plan {
        final List<Packed> packed = new ArrayList<>();
        final List<String> normalPacked = new ArrayList<>();
        final List<Long> inboxOnly = new ArrayList<>();
        final Map<Long, Instant> later = new HashMap<>();
    }

    /**
     * Packs for some of those for whom something is due.
     *
     * @param regional the working hours of a region
     * @return whether there may be more
     */
    @Transactional
    public boolean pack(Channel channel, Function<String, WorkingHours> regional) {
        Instant now = time.now();
        List<String> due = due(channel, now);
        if (due.isEmpty()) {
            return false;
        }
        Map<String, Instant> mine = hold(channel, due);
        Map<String, Recipient> people = recipients.of(mine.keySet(), regional);
        Map<String, List<Waiting>> waiting = waiting(channel, mine.keySet());
        Plan plan = new Plan();
        waiting.forEach((person, rows) -> plan(
                plan,
                channel,
                people.get(person),
                rows,
                now,
                mine.get(person) == Instant.MIN ? null : mine.get(person)));
        carryOut(plan, channel, now);
        // Where other nodes hold all of them, the rest is theirs too for now.
        return due.size() == PEOPLE_AT_ONCE && !mine.isEmpty();
    }

    private List<String> due(Channel channel, Instant now) {
        return jdbc.sql("select person_id from notice_outbox where channel = :channel and delivery_id is null"
                        + " and due_at <= :now group by person_id order by min(due_at), person_id limit :limit")
                .param("channel", channel.name())
                .param("now", Timestamp.from(now))
                .param("limit", PEOPLE_AT_ONCE)
                .query(String.class)
                .list();
    }

    /**
     * Those whom no other node is packing for. Only after this may their rows be read: what another node has packed a
     * moment ago is then seen as packed.
     *
     * @return when their normal notices were last packed; {@link Instant#MIN} for never
     */
    private Map<String, Instant> hold(Channel channel, List<String> people) {
        String[] names = new TreeSet<>(people).toArray(String[]::new);
        jdbc.sql("insert into notice_recipient (person_id, channel)"
                        + " select person, :channel from unnest(:people) as person on conflict do nothing")
                .param("channel", channel.name())
                .param("people", names)
                .update();
        Map<String, Instant> held = new HashMap<>();
        jdbc.sql("select person_id, last_normal_at from notice_recipient"
                        + " where channel = :channel and person_id = any(:people) for update skip locked")
                .param("channel", channel.name())
                .param("people", names)
                .query(row -> {
                    Timestamp last = row.getTimestamp("last_normal_at");
                    held.put(row.getString("person_id"), last == null ? Instant.MIN : last.toInstant());
                });
        return held;
    }

    private Map<String, List<Waiting>> waiting(Channel channel, Set<String> people) {
        return jdbc
                .sql(
                        "select o.notice_id, o.person_id, o.at_once, o.told_at, o.useless_from, n.read_at is not null as was_read"
                                + " from notice_outbox o join notice n on n.id = o.notice_id"
                                + " where o.channel = :channel and o.delivery_id is null and o.person_id = any(:people)"
                                + " order by o.notice_id")
                .param("channel", channel.name())
                .param("people", people.toArray(String[]::new))
                .query((row, number) -> new Waiting(
                        row.getLong("notice_id"),
                        row.getString("person_id"),
                        row.getBoolean("at_once"),
                        row.getTimestamp("told_at").toInstant(),
                        row.getTimestamp("useless_from") == null
                                ? null
                                : row.getTimestamp("useless_from").toInstant(),
                        row.getBoolean("was_read")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Waiting::person));
    }

    private static void plan(
            Plan plan,
            Channel channel,
            @Nullable Recipient person,
            List<Waiting> rows,
            Instant now,
            @Nullable Instant lastNormal) {
        boolean wanted = person != null && person.wants(channel);
        List<Waiting> going = new ArrayList<>();
        boolean pressing = false;
        for (Waiting row : rows) {
            // Whoever has read it in the inbox need not read it again.
            if (person == null || !wanted || row.read()) {
                plan.inboxOnly.add(row.notice());
                continue;
            }
            Instant from = row.atOnce()
                    ? person.rhythm().urgentFrom(now)
                    : person.rhythm().normalFrom(now, row.toldAt(), lastNormal);
            if (row.isPressing(now, from)) {
                pressing = true;
                going.add(row);
            } else if (from.isAfter(now)) {
                plan.later.put(row.notice(), from);
            } else {
                going.add(row);
            }
        }
        if (going.isEmpty() || person == null) {
            return;
        }
        String id = UUID.randomUUID().toString();
        plan.packed.add(new Packed(
                id,
                channel.messageId(id),
                person.id(),
                going.stream().anyMatch(Waiting::atOnce),
                pressing,
                going.stream().map(Waiting::notice).toList()));
        if (!going.stream().allMatch(Waiting::atOnce)) {
            plan.normalPacked.add(person.id());
        }
    }

    private void carryOut(Plan plan, Channel channel, Instant now) {
        Timestamp stamp = Timestamp.from(now);
        List<Packed> packed = plan.packed;
        jdbc.sql("""
                        insert into notice_delivery (id, person_id, channel, message_id, at_once, any_time, state,
                            created_at, waiting_since, next_attempt_at)
                        select cast(id as uuid), person, :channel, message, at_once, any_time, 'WAITING',
                            cast(:now as timestamptz), cast(:now as timestamptz), cast(:now as timestamptz)
                        from unnest(:ids, :people, :messages, :atOnce, :anyTime)
                            as made (id, person, message, at_once, any_time)""")
                .param("channel", channel.name())
                .param("now", stamp)
                .param("ids", packed.stream().map(Packed::delivery).toArray(String[]::new))
                .param("people", packed.stream().map(Packed::person).toArray(String[]::new))
                .param("messages", packed.stream().map(Packed::messageId).toArray(String[]::new))
                .param("atOnce", packed.stream().map(Packed::atOnce).toArray(Boolean[]::new))
                .param("anyTime", packed.stream().map(Packed::anyTime).toArray(Boolean[]::new))
                .update();
        List<Long> notices =
                packed.stream().flatMap(one -> one.notices().stream()).toList();
        List<String> deliveries = packed.stream()
                .flatMap(one -> one.notices().stream().map(notice -> one.delivery()))
                .toList();
        jdbc.sql("update notice_outbox o set delivery_id = cast(made.delivery as uuid)"
                        + " from unnest(:notices, :deliveries) as made (notice, delivery)"
                        + " where o.notice_id = made.notice and o.channel = :channel")
                .param("notices", notices.toArray(Long[]::new))
                .param("deliveries", deliveries.toArray(String[]::new))
                .param("channel", channel.name())
                .update();
        jdbc.sql("update notice_outbox o set due_at = cast(moved.due as timestamptz)"
                        + " from unnest(:notices, :instants) as moved (notice, due)"
                        + " where o.notice_id = moved.notice and o.channel = :channel")
                .param("notices", plan.later.keySet().toArray(Long[]::new))
                .param(
                        "instants",
                        plan.later.values().stream().map(Instant::toString).toArray(String[]::new))
                .param("channel", channel.name())
                .update();
        jdbc.sql("delete from notice_outbox where notice_id = any(:notices) and channel = :channel")
                .param("notices", plan.inboxOnly.toArray(Long[]::new))
                .param("channel", channel.name())
                .update();
        jdbc.sql("update notice_recipient set last_normal_at = :now"
                        + " where person_id = any(:people) and channel = :channel")
                .param("now", stamp)
                .param("people", plan.normalPacked.toArray(String[]::new))
                .param("channel", channel.name())
                .update();
    }
}
