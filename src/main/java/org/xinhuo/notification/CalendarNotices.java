package org.xinhuo.notification;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/**
 * Tells people about an event and brings it into their calendars. Where a channel takes calendars, each notice is a
 * delivery of its own and waits for no digest; where it does not, it goes as any other notice.
 */
@Component
@Transactional
public class CalendarNotices {

    private final JdbcClient jdbc;
    private final NoticeRows rows;
    private final CompanyTime time;
    private final Channels channels;
    private final DeliverySettings settings;

    CalendarNotices(JdbcClient jdbc, NoticeRows rows, CompanyTime time, Channels channels, DeliverySettings settings) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.time = time;
        this.channels = channels;
        this.settings = settings;
    }

    /**
     * Stores a message, to be told to people by {@link #tell}; once, however many groups of people get it.
     *
     * @return its id
     */
    public String keep(CalendarMail mail) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("insert into notice_calendar (id, method, chinese, english, created_at)"
                        + " values (cast(:id as uuid), :method, :chinese, :english, :now)")
                .param("id", id)
                .param("method", mail.method().name())
                .param("chinese", mail.chinese())
                .param("english", mail.english())
                .param("now", Timestamp.from(time.now()))
                .update();
        return id;
    }

    /**
     * Tells people, each once a key, in one statement.
     *
     * @param calendar what {@link #keep} answered
     * @param anyTime is mailed outside of working hours too
     * @param code a code of the message bundles, with its arguments
     */
    public void tell(
            Collection<String> people,
            String onceKey,
            String calendar,
            boolean anyTime,
            String code,
            @Nullable String link,
            Object... arguments) {
        if (people.isEmpty()) {
            return;
        }
        // In one order everywhere: two who tell the same people wait for each other, never in a circle.
        List<String> ordered = List.copyOf(new TreeSet<>(people));
        List<Channel> taking =
                channels.all().stream().filter(Channel::takesCalendars).toList();
        List<String> ids = new ArrayList<>();
        List<String> persons = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        for (Channel channel : taking) {
            for (String person : ordered) {
                String id = UUID.randomUUID().toString();
                ids.add(id);
                persons.add(person);
                names.add(channel.name());
                messages.add(channel.messageId(id));
            }
        }
        Timestamp now = Timestamp.from(time.now());
        jdbc.sql("""
                        with told as (
                            insert into notice (person_id, code, arguments, link, once_key, at_once, created_at)
                            select person, :code, :arguments, cast(:link as text), :key, false,
                                cast(:now as timestamptz)
                            from unnest(:people) as person
                            on conflict (person_id, once_key) do nothing
                            returning id, person_id),
                        letter as materialized (
                            select cast(l.id as uuid) as id, told.id as notice, l.person, l.channel, l.message
                            from unnest(:ids, :persons, :names, :messages) as l (id, person, channel, message)
                            join told on told.person_id = l.person),
                        usual as (
                            insert into notice_outbox (notice_id, channel, person_id, at_once, told_at, due_at)
                            select told.id, channel, told.person_id, false, cast(:now as timestamptz),
                                cast(:due as timestamptz)
                            from told cross join unnest(:others) as channel),
                        packed as (
                            insert into notice_delivery (id, person_id, channel, message_id, at_once, any_time,
                                calendar_id, state, created_at, waiting_since, next_attempt_at)
                            select id, person, channel, message, :anyTime, :anyTime, cast(:calendar as uuid),
                                'WAITING', cast(:now as timestamptz), cast(:now as timestamptz),
                                cast(:now as timestamptz)
                            from letter)
                        insert into notice_outbox (notice_id, channel, person_id, at_once, told_at, due_at, delivery_id)
                        select notice, channel, person, :anyTime, cast(:now as timestamptz),
                            cast(:now as timestamptz), id
                        from letter""")
                .param("people", ordered.toArray(String[]::new))
                .param("code", code)
                .param("arguments", rows.written(List.of(arguments)))
                .param("link", link)
                .param("key", onceKey)
                .param("now", now)
                .param("due", Timestamp.from(time.now().plus(settings.gather())))
                .param("ids", ids.toArray(String[]::new))
                .param("persons", persons.toArray(String[]::new))
                .param("names", names.toArray(String[]::new))
                .param("messages", messages.toArray(String[]::new))
                .param(
                        "others",
                        channels.all().stream()
                                .filter(channel -> !channel.takesCalendars())
                                .map(Channel::name)
                                .toArray(String[]::new))
                .param("anyTime", anyTime)
                .param("calendar", calendar)
                .update();
    }
}
