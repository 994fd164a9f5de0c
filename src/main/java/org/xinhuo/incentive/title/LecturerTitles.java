package org.xinhuo.incentive.title;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.incentive.title.TitleEntry.Kind;

/** The history of titles; the database refuses to change a line of it. */
@Component
@Transactional
public class LecturerTitles {

    private final JdbcClient jdbc;

    LecturerTitles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything that happened to this person's titles, the oldest first. */
    @Transactional(readOnly = true)
    public List<TitleEntry> of(String lecturerId) {
        return of(List.of(lecturerId)).getOrDefault(lecturerId, List.of());
    }

    /** The entry that gave the title which this person holds now. */
    @Transactional(readOnly = true)
    public Optional<TitleEntry> held(String lecturerId) {
        List<TitleEntry> history = of(lecturerId);
        return history.isEmpty()
                ? Optional.empty()
                : Optional.of(history.get(history.size() - 1))
                        .filter(last -> last.kind().gives());
    }

    /** The histories of these people, by id. */
    @Transactional(readOnly = true)
    public Map<String, List<TitleEntry>> of(Collection<String> lecturerIds) {
        Map<String, List<TitleEntry>> histories = new HashMap<>();
        if (!lecturerIds.isEmpty()) {
            jdbc.sql("select * from title_entry where lecturer_id in (:lecturers) order by id")
                    .param("lecturers", lecturerIds)
                    .query(LecturerTitles::entry)
                    .list()
                    .forEach(entry -> histories
                            .computeIfAbsent(entry.lecturerId(), id -> new ArrayList<>())
                            .add(entry));
        }
        return histories;
    }

    void lock() {
        jdbc.sql("select titles_lock()::text").query((row, number) -> true).list();
    }

    /** @return the id of the new entry */
    long add(
            String lecturerId,
            JudgeTitles.Judged judged,
            @Nullable String correctionId,
            @Nullable String reason,
            Instant at) {
        return jdbc.sql("insert into title_entry (lecturer_id, title, kind, period, decision_key, decision_version,"
                        + " excellent_in_a_row, failed_in_a_row, months_since_excellent, correction_id, reason,"
                        + " decided_at) values (:lecturer, :title, :kind, :period, :key, :version, :excellent, :failed,"
                        + " :since, :correction, :reason, :at) returning id")
                .param("lecturer", lecturerId)
                .param("title", judged.title())
                .param("kind", judged.kind().name().toLowerCase(Locale.ROOT))
                .param("period", judged.period().toString())
                .param("key", judged.decisionKey())
                .param("version", judged.decisionVersion())
                .param("excellent", judged.standing().excellentInARow())
                .param("failed", judged.standing().failedInARow())
                .param("since", judged.standing().monthsSinceExcellent())
                .param("correction", correctionId)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    private static TitleEntry entry(ResultSet row, int number) throws SQLException {
        Integer excellent = row.getObject("excellent_in_a_row", Integer.class);
        return new TitleEntry(
                row.getLong("id"),
                row.getString("lecturer_id"),
                row.getString("title"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                YearMonth.parse(row.getString("period")),
                row.getString("decision_key"),
                row.getInt("decision_version"),
                excellent == null
                        ? null
                        : new Standing(excellent, row.getInt("failed_in_a_row"), row.getInt("months_since_excellent")),
                row.getString("correction_id"),
                row.getString("reason"),
                row.getTimestamp("decided_at").toInstant());
    }
}
