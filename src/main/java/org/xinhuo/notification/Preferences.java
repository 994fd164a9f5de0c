package org.xinhuo.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people chose about being written to; each changes only the own choice, the last word counts. */
@Component
@Transactional
class Preferences {

    private final JdbcClient jdbc;

    Preferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Preference of(String personId) {
        return of(List.of(personId)).getOrDefault(personId, Preference.NONE);
    }

    /** Of those who have chosen anything. */
    @Transactional(readOnly = true)
    public Map<String, Preference> of(Collection<String> people) {
        Map<String, Preference> found = new HashMap<>();
        jdbc.sql("select person_id, muted, cadence, urgent_any_time, days, from_time, to_time"
                        + " from notice_preference where person_id = any(:people)")
                .param("people", people.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("person_id"), preference(row));
                });
        return found;
    }

    public void keep(String personId, Preference chosen) {
        WorkingHours hours = chosen.hours();
        Cadence cadence = chosen.cadence();
        jdbc.sql("insert into notice_preference"
                        + " (person_id, muted, cadence, urgent_any_time, days, from_time, to_time)"
                        + " values (:person, :muted, :cadence, :urgent, :days, :from, :to)"
                        + " on conflict (person_id) do update set muted = excluded.muted, cadence = excluded.cadence,"
                        + " urgent_any_time = excluded.urgent_any_time, days = excluded.days,"
                        + " from_time = excluded.from_time, to_time = excluded.to_time")
                .param("person", personId)
                .param("muted", String.join(";", new TreeSet<>(chosen.muted())))
                .param("cadence", cadence == null ? null : cadence.name())
                .param("urgent", chosen.urgentAnyTime())
                .param("days", hours == null ? null : WorkingHours.written(hours.days()))
                .param("from", hours == null ? null : hours.from())
                .param("to", hours == null ? null : hours.to())
                .update();
        // What waits is looked at again: the new choice may let it go.
        jdbc.sql("update notice_outbox set due_at = told_at where person_id = :person and delivery_id is null")
                .param("person", personId)
                .update();
    }

    private static Preference preference(ResultSet row) throws SQLException {
        String cadence = row.getString("cadence");
        return new Preference(
                muted(row.getString("muted")),
                cadence == null ? null : Cadence.valueOf(cadence),
                row.getBoolean("urgent_any_time"),
                hours(row));
    }

    private static @Nullable WorkingHours hours(ResultSet row) throws SQLException {
        String days = row.getString("days");
        return days == null
                ? null
                : new WorkingHours(
                        WorkingHours.days(days),
                        row.getObject("from_time", LocalTime.class),
                        row.getObject("to_time", LocalTime.class));
    }

    private static Set<String> muted(String written) {
        return Arrays.stream(written.split(";"))
                .filter(channel -> !channel.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
