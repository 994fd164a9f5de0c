package org.xinhuo.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.calendar.CalendarMethod;
import org.xinhuo.people.Groups;

/**
 * The deliveries under way. A node takes one under a lease, sends it outside of any transaction, and says afterwards
 * what came of it. A node that dies in between leaves the lease; when that ends, another node sends the same letter
 * again, under the same identity.
 */
@Component
@Transactional
class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
    private static final int LONGEST_REASON = 500;

    /** Looked at in one transaction before one is found that may go. */
    private static final int LOOKED_AT = 50;

    /** Rows that one statement of the clean-up may touch: short transactions. */
    private static final int CLEANED_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final NoticeRows rows;
    private final Recipients recipients;
    private final DeliverySettings settings;
    private final Notices notices;
    private final Groups groups;
    private final CompanyTime time;

    Deliveries(
            JdbcClient jdbc,
            NoticeRows rows,
            Recipients recipients,
            DeliverySettings settings,
            Notices notices,
            Groups groups,
            CompanyTime time) {
        this.notices = notices;
        this.groups = groups;
        this.jdbc = jdbc;
        this.rows = rows;
        this.recipients = recipients;
        this.settings = settings;
        this.time = time;
    }

    private record Row(
            String id,
            String person,
            String channel,
            String messageId,
            boolean atOnce,
            boolean anyTime,
            int attempts,
            @Nullable CalendarMail calendar) {}

    /**
     * Takes the next delivery that is due, for this node alone until the lease ends. The hours are looked at again: it
     * may have been packed in the afternoon and be due now, at night.
     */
    public Optional<Delivery> take(Map<String, Channel> channels, Function<String, WorkingHours> regional) {
        Instant now = time.now();
        for (int looked = 0; looked < LOOKED_AT; looked++) {
            Optional<Row> next = next(channels.keySet(), now);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            Row row = next.get();
            Channel channel = channels.get(row.channel());
            Recipient person = recipients.of(List.of(row.person()), regional).get(row.person());
            if (channel == null || person == null || !person.wants(channel)) {
                finish(row.id(), "DROPPED", "nobody to be written to");
                continue;
            }
            Instant from = from(person.rhythm(), row.atOnce(), row.anyTime(), now);
            if (from.isAfter(now)) {
                postpone(row.id(), from);
                continue;
            }
            List<Notices.Notice> notices = notices(row.id());
            // Who has read that there is an invitation does not have it in the calendar yet.
            if (row.calendar() == null && notices.stream().allMatch(Notices.Notice::read)) {
                finish(row.id(), "DROPPED", "read in the inbox");
                continue;
            }
            return Optional.of(lease(row, person, notices, now));
        }
        return Optional.empty();
    }

    /** The channel took it. */
    public void sent(Delivery delivery) {
        int mine = jdbc.sql(
                        "update notice_delivery set state = 'SENT', reason = null, leased_until = null,"
                                + " finished_at = :now where id = cast(:id as uuid) and state = 'WAITING' and attempts = :attempt")
                .param("now", Timestamp.from(time.now()))
                .param("id", delivery.id())
                .param("attempt", delivery.attempt())
                .update();
        if (mine == 0) {
            LOG.warn("Delivery {} took longer than its lease and may have been sent twice", delivery.id());
        }
    }

    /** The channel did not take it: again later, each time twice as long after, or never. */
    public void failed(Delivery delivery, NotDelivered failure) {
        boolean never = failure.then() == NotDelivered.Then.GIVE_UP;
        Instant now = time.now();
        int doublings = Math.min(delivery.attempt() - 1, 16);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        Instant next = from(
                delivery.to().rhythm(),
                delivery.atOnce(),
                delivery.anyTime(),
                now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
        jdbc.sql("update notice_delivery set state = :state, reason = :reason, leased_until = null,"
                        + " next_attempt_at = :next, finished_at = cast(:finished as timestamptz)"
                        + " where id = cast(:id as uuid) and state = 'WAITING' and attempts = :attempt")
                .param("state", never ? "GAVE_UP" : "WAITING")
                .param("reason", shortened(failure.reason()))
                .param("next", Timestamp.from(next))
                .param("finished", never ? Timestamp.from(now) : null)
                .param("id", delivery.id())
                .param("attempt", delivery.attempt())
                .update();
        if (never) {
            LOG.warn("Delivery {} is given up; /deliveries says why", delivery.id());
            tellOfTheDay();
        }
    }

    /**
     * Gives up what has waited too long, forgets what is long finished, and takes out of the outbox what no open
     * channel has packed for as long: mail switched on again does not begin with last month's.
     */
    public void cleanUp() {
        Instant now = time.now();
        Timestamp tooOld = Timestamp.from(now.minus(settings.giveUpAfter()));
        int givenUp = jdbc.sql("update notice_delivery set state = 'GAVE_UP', leased_until = null, finished_at = :now,"
                        + " reason = coalesce(reason, 'its channel was closed') where id in (select id from notice_delivery"
                        + " where state = 'WAITING' and waiting_since < :tooOld"
                        + " and (leased_until is null or leased_until <= :now) limit :limit for update skip locked)")
                .param("now", Timestamp.from(now))
                .param("tooOld", tooOld)
                .param("limit", CLEANED_AT_ONCE)
                .update();
        if (givenUp > 0) {
            LOG.warn(
                    "{} deliveries of notices are given up: they waited longer than {}",
                    givenUp,
                    settings.giveUpAfter());
            tellOfTheDay();
        }
        jdbc.sql("delete from notice_outbox where (notice_id, channel) in (select notice_id, channel from notice_outbox"
                        + " where delivery_id is null and told_at < :tooOld limit :limit for update skip locked)")
                .param("tooOld", tooOld)
                .param("limit", CLEANED_AT_ONCE)
                .update();
        jdbc.sql("delete from notice_delivery where id in (select id from notice_delivery"
                        + " where finished_at < :old limit :limit for update skip locked)")
                .param("old", Timestamp.from(now.minus(settings.keep())))
                .param("limit", CLEANED_AT_ONCE)
                .update();
        jdbc.sql("delete from notice_calendar where id in (select id from notice_calendar c where created_at < :old"
                        + " and not exists (select 1 from notice_delivery d where d.calendar_id = c.id)"
                        + " limit :limit for update skip locked)")
                .param("old", Timestamp.from(now.minus(settings.keep())))
                .param("limit", CLEANED_AT_ONCE)
                .update();
    }

    /** Nobody looks at a page without a reason: HR is told, once a day however many there are. */
    private void tellOfTheDay() {
        Set<String> hr = groups.members("hr");
        notices.tell(
                hr.isEmpty() ? groups.members("camunda-admin") : hr,
                "deliveries/given-up/" + time.today(),
                "notification.notice.givenUp",
                DeliveriesPage.PATH);
    }

    /**
     * Begins again with one that was given up.
     *
     * @return whether there was such a one
     */
    public boolean tryAgain(UUID id) {
        return jdbc.sql("update notice_delivery set state = 'WAITING', finished_at = null, attempts = attempts + 1,"
                                + " waiting_since = :now, next_attempt_at = :now where id = :id and state = 'GAVE_UP'")
                        .param("now", Timestamp.from(time.now()))
                        .param("id", id)
                        .update()
                == 1;
    }

    private Optional<Row> next(Collection<String> channels, Instant now) {
        return jdbc.sql("select cast(d.id as text) as id, person_id, channel, message_id, at_once, attempts, any_time,"
                        + " c.method, c.chinese, c.english"
                        + " from notice_delivery d left join notice_calendar c on c.id = d.calendar_id"
                        + " where state = 'WAITING' and next_attempt_at <= :now"
                        + " and (leased_until is null or leased_until <= :now) and channel = any(:channels)"
                        + " order by next_attempt_at, d.id limit 1 for update of d skip locked")
                .param("now", Timestamp.from(now))
                .param("channels", channels.toArray(String[]::new))
                .query((row, number) -> new Row(
                        row.getString("id"),
                        row.getString("person_id"),
                        row.getString("channel"),
                        row.getString("message_id"),
                        row.getBoolean("at_once"),
                        row.getBoolean("any_time"),
                        row.getInt("attempts"),
                        calendar(row)))
                .optional();
    }

    private static @Nullable CalendarMail calendar(ResultSet row) throws SQLException {
        String method = row.getString("method");
        return method == null
                ? null
                : new CalendarMail(
                        CalendarMethod.valueOf(method),
                        row.getString("chinese"),
                        row.getString("english"),
                        row.getBoolean("any_time"));
    }

    private Delivery lease(Row row, Recipient person, List<Notices.Notice> notices, Instant now) {
        jdbc.sql("update notice_delivery set attempts = attempts + 1, leased_until = :until"
                        + " where id = cast(:id as uuid)")
                .param("until", Timestamp.from(now.plus(settings.lease())))
                .param("id", row.id())
                .update();
        return new Delivery(
                row.id(),
                row.messageId(),
                row.channel(),
                row.atOnce(),
                row.anyTime(),
                row.attempts() + 1,
                now,
                person,
                notices,
                row.calendar());
    }

    private List<Notices.Notice> notices(String delivery) {
        return jdbc.sql("select " + NoticeRows.COLUMNS + " from notice_outbox o join notice n on n.id = o.notice_id"
                        + " where o.delivery_id = cast(:id as uuid) order by n.id")
                .param("id", delivery)
                .query(rows::notice)
                .list();
    }

    private static Instant from(Rhythm rhythm, boolean atOnce, boolean anyTime, Instant instant) {
        if (anyTime) {
            return instant;
        }
        return atOnce ? rhythm.urgentFrom(instant) : rhythm.hours().next(instant, rhythm.zone());
    }

    private void postpone(String id, Instant until) {
        jdbc.sql("update notice_delivery set next_attempt_at = :until where id = cast(:id as uuid)")
                .param("until", Timestamp.from(until))
                .param("id", id)
                .update();
    }

    private void finish(String id, String state, String reason) {
        jdbc.sql("update notice_delivery set state = :state, reason = :reason, leased_until = null, finished_at = :now"
                        + " where id = cast(:id as uuid)")
                .param("state", state)
                .param("reason", reason)
                .param("now", Timestamp.from(time.now()))
                .param("id", id)
                .update();
    }

    private static @Nullable String shortened(@Nullable String reason) {
        return reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
