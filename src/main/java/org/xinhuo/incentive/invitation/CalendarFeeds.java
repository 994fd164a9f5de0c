package org.xinhuo.incentive.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Texts;
import org.xinhuo.calendar.CalendarEvent;
import org.xinhuo.calendar.CalendarText;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/**
 * A calendar to subscribe to: a person's own shares under a secret address. The address can be replaced and given up;
 * only its hash is kept, so nobody can read it out of the database.
 */
@Service
@Transactional
public class CalendarFeeds {

    private static final int SECRET_BYTES = 32;
    private static final Duration PAST = Duration.ofDays(92);
    private static final Duration CANCELLED_STAYS = Duration.ofDays(30);
    private static final int MOST_EVENTS = 1_000;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Employees employees;
    private final ShareEvents events;
    private final Texts texts;
    private final CompanyTime time;

    CalendarFeeds(JdbcClient jdbc, Employees employees, ShareEvents events, Texts texts, CompanyTime time) {
        this.jdbc = jdbc;
        this.employees = employees;
        this.events = events;
        this.texts = texts;
        this.time = time;
    }

    /**
     * What a program gets.
     *
     * @param tag changes with the contents
     */
    public record Feed(String text, String tag) {}

    /** @return the secret of a new address; an earlier one ends */
    public String renew(String personId) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("insert into calendar_feed (person_id, token_hash, created_at) values (:person, :hash, :now)"
                        + " on conflict (person_id) do update set token_hash = excluded.token_hash,"
                        + " created_at = excluded.created_at")
                .param("person", personId)
                .param("hash", hash(token))
                .param("now", Timestamp.from(time.now()))
                .update();
        return token;
    }

    public void revoke(String personId) {
        jdbc.sql("delete from calendar_feed where person_id = :person")
                .param("person", personId)
                .update();
    }

    @Transactional(readOnly = true)
    public boolean exists(String personId) {
        return jdbc.sql("select exists (select 1 from calendar_feed where person_id = :person)")
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }

    /** The calendar behind a secret; nothing where there is none, or its person has left. */
    @Transactional(readOnly = true)
    public Optional<Feed> read(String token) {
        return jdbc.sql("select person_id from calendar_feed where token_hash = :hash")
                .param("hash", hash(token))
                .query(String.class)
                .optional()
                .flatMap(employees::findById)
                .filter(person -> person.isActiveOn(time.today()))
                .map(this::feed);
    }

    private Feed feed(Employee person) {
        Locale locale = "zh".equals(person.locale().getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        Instant now = time.now();
        List<CalendarEvent> shares = jdbc.sql("""
                        select s.id, s.calendar_sequence, s.starts_at, s.minutes, s.title, s.place, s.state, e.name,
                            coalesce(i.sent_at, s.starts_at) as stamp
                        from share s join employee e on e.id = s.lecturer_id
                        left join share_invitation i on i.share_id = s.id and i.person_id = :person
                        where s.starts_at >= :past
                          and (s.lecturer_id = :person
                            or i.person_id is not null and (i.withdrawn_at is null or s.state = 'CANCELLED')
                            or exists (select 1 from share_attendance a
                                where a.share_id = s.id and a.employee_id = :person))
                          and (s.state <> 'CANCELLED' or i.withdrawn_at >= :recently)
                        order by s.starts_at desc, s.id limit :limit""")
                .param("person", person.id())
                .param("past", Timestamp.from(now.minus(PAST)))
                .param("recently", Timestamp.from(now.minus(CANCELLED_STAYS)))
                .param("limit", MOST_EVENTS)
                .query((row, number) -> event(row, person.timeZone(), locale))
                .list();
        String text = CalendarText.feed(texts.text(locale, "rota.feed.name"), shares);
        return new Feed(text, hash(text).substring(0, 32));
    }

    private CalendarEvent event(ResultSet row, ZoneId zone, Locale locale) throws SQLException {
        Instant start = row.getTimestamp("starts_at").toInstant();
        return events.event(
                row.getString("id"),
                row.getInt("calendar_sequence"),
                row.getTimestamp("stamp").toInstant(),
                start,
                start.plus(Duration.ofMinutes(row.getInt("minutes"))),
                zone,
                row.getString("title"),
                row.getString("name"),
                row.getString("place"),
                row.getString("state").equals("CANCELLED"),
                locale);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
