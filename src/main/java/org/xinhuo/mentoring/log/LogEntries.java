package org.xinhuo.mentoring.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.log.LogEntry.ToDoOfEntry;

/**
 * Reads a coaching log: the newest first, or what a question finds, the best first. What a question finds comes from one
 * index over all mentorships, in which the mentorship is a word; see {@link LogWords}.
 */
@Component
@Transactional(readOnly = true)
public class LogEntries {

    private static final String COLUMNS =
            "e.id, e.kind, e.author_id, e.at, e.happened_on, e.headline, e.arguments, e.text, e.competencies";

    /** How much a place counts by its weight: D, C, B, A. */
    private static final String WEIGHTS = "'{0.1, 0.2, 0.5, 1.0}'";

    /** What was found as it was written counts twice on top. */
    private static final String RANK = "(ts_rank_cd(" + WEIGHTS + ", e.search, cast(:match as tsquery))"
            + " + 2 * ts_rank_cd(" + WEIGHTS + ", e.search, cast(:exact as tsquery)))";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    LogEntries(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A page, and where the next one begins; null at the end. */
    public record Page(List<LogEntry> entries, @Nullable String next) {}

    /**
     * One page of a log.
     *
     * @param visibleFrom from {@link LogReaders#open}
     * @param cursor from the page before, or null
     * @param limit how many entries at most
     * @throws Refusal where the question is too long or the cursor is none of this list
     */
    public Page page(String mentorshipId, LogFilter filter, Instant visibleFrom, @Nullable String cursor, int limit) {
        String asked = filter.question();
        LogCursor from = cursor == null || cursor.isEmpty() ? null : LogCursor.read(cursor);
        if (asked == null || asked.isBlank()) {
            return newest(mentorshipId, filter, visibleFrom, from, limit);
        }
        LogWords.Question question = asked(asked);
        return question.isEmpty()
                ? new Page(List.of(), null)
                : found(mentorshipId, question, filter, visibleFrom, from, limit);
    }

    /** One entry, where this mentorship has it and the reader may see it. */
    public Optional<LogEntry> entry(String mentorshipId, long id, Instant visibleFrom) {
        return complete(jdbc.sql("select " + COLUMNS + " from log_entry e where e.id = :id"
                                + " and e.mentorship_id = :mentorship and e.at >= :visible")
                        .param("id", id)
                        .param("mentorship", mentorshipId)
                        .param("visible", Timestamp.from(visibleFrom))
                        .query((row, number) -> entry(row, null))
                        .list())
                .stream()
                .findFirst();
    }

    /**
     * The cursor with which a page begins at an entry, for links to it: in the stream, or with a question among what it
     * finds. Empty where the reader may not see the entry, or the question does not find it.
     */
    public Optional<String> beginningAt(String mentorshipId, long id, @Nullable String question, Instant visibleFrom) {
        if (question == null || question.isBlank()) {
            return entry(mentorshipId, id, visibleFrom)
                    .map(entry -> LogCursor.after(entry.at(), id + 1).written());
        }
        LogWords.Question asked = asked(question);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("select " + RANK + " from log_entry e where e.id = :id and e.mentorship_id = :mentorship"
                        + " and e.at >= :visible and e.search @@ cast(:within as tsquery)")
                .param("match", asked.match())
                .param("exact", asked.exact())
                .param("id", id)
                .param("mentorship", mentorshipId)
                .param("visible", Timestamp.from(visibleFrom))
                .param("within", LogWords.within(mentorshipId, asked))
                .query(Double.class)
                .optional()
                .map(rank -> LogCursor.after(rank, id + 1).written());
    }

    private static LogWords.Question asked(String question) {
        if (question.length() > LogFilter.LONGEST_QUESTION) {
            throw Refusal.invalid("q", "form.tooLong", "q", LogFilter.LONGEST_QUESTION);
        }
        return LogWords.asked(question);
    }

    private Page newest(
            String mentorshipId, LogFilter filter, Instant visibleFrom, @Nullable LogCursor from, int limit) {
        Map<String, Object> values = new HashMap<>();
        String where = where(mentorshipId, filter, visibleFrom, values);
        if (from != null) {
            where += " and (e.at, e.id) < (:at, :id)";
            values.put("at", Timestamp.from(from.at()));
            values.put("id", from.id());
        }
        List<LogEntry> entries = jdbc.sql("select " + COLUMNS + " from log_entry e where e.mentorship_id = :mentorship"
                        + where + " order by e.at desc, e.id desc limit :limit")
                .params(values)
                .param("limit", limit + 1)
                .query((row, number) -> entry(row, null))
                .list();
        if (entries.size() <= limit) {
            return new Page(complete(entries), null);
        }
        LogEntry last = entries.get(limit - 1);
        return new Page(
                complete(entries.subList(0, limit)),
                LogCursor.after(last.at(), last.id()).written());
    }

    private Page found(
            String mentorshipId,
            LogWords.Question question,
            LogFilter filter,
            Instant visibleFrom,
            @Nullable LogCursor from,
            int limit) {
        Map<String, Object> values = new HashMap<>();
        String where = where(mentorshipId, filter, visibleFrom, values);
        String after = "";
        if (from != null) {
            after = " where (rank, id) < (:rank, :id)";
            values.put("rank", from.rank());
            values.put("id", from.id());
        }
        Map<LogEntry, Double> ranks = new LinkedHashMap<>();
        jdbc.sql(search(where, after))
                .params(values)
                .param("within", LogWords.within(mentorshipId, question))
                .param("match", question.match())
                .param("exact", question.exact())
                .param("limit", limit + 1)
                .query(row -> {
                    ranks.put(entry(row, question), row.getDouble("rank"));
                });
        List<LogEntry> entries = new ArrayList<>(ranks.keySet());
        if (entries.size() <= limit) {
            return new Page(complete(entries), null);
        }
        LogEntry last = entries.get(limit - 1);
        return new Page(
                complete(entries.subList(0, limit)),
                LogCursor.after(Objects.requireNonNull(ranks.get(last)), last.id())
                        .written());
    }

    /** Also what the benchmark explains. */
    static String search(String where, String after) {
        return "select * from (select " + COLUMNS + ", " + RANK + " as rank from log_entry e"
                + " where e.search @@ cast(:within as tsquery)" + where + ") as hit" + after
                + " order by rank desc, id desc limit :limit";
    }

    private static String where(
            String mentorshipId, LogFilter filter, Instant visibleFrom, Map<String, Object> values) {
        StringBuilder where = new StringBuilder(" and e.mentorship_id = :mentorship");
        values.put("mentorship", mentorshipId);
        if (visibleFrom.isAfter(Instant.EPOCH)) {
            where.append(" and e.at >= :visible");
            values.put("visible", Timestamp.from(visibleFrom));
        }
        if (!filter.kinds().isEmpty()) {
            where.append(" and (e.kind = any(:kinds)");
            where.append(
                    filter.kinds().contains(LogKind.TO_DO)
                            ? " or exists (select 1 from to_do t where t.entry_id = e.id))"
                            : ")");
            values.put("kinds", filter.kinds().stream().map(Enum::name).toArray(String[]::new));
        }
        add(where, values, " and e.competencies @> array[:competency]::text[]", "competency", filter.competency());
        add(where, values, " and e.author_id = :author", "author", filter.authorId());
        add(where, values, " and e.happened_on >= :from", "from", filter.from());
        add(where, values, " and e.happened_on <= :to", "to", filter.to());
        return where.toString();
    }

    private static void add(
            StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.put(name, value instanceof String text ? LogWords.storable(text) : value);
        }
    }

    /** Adds mentions and to-dos, by one statement each. */
    private List<LogEntry> complete(List<LogEntry> entries) {
        if (entries.isEmpty()) {
            return entries;
        }
        Long[] ids = entries.stream().map(LogEntry::id).toArray(Long[]::new);
        Map<Long, List<String>> mentions = new HashMap<>();
        jdbc.sql("select entry_id, person_id from log_mention where entry_id = any(:ids) order by entry_id, person_id")
                .param("ids", ids)
                .query(row -> {
                    mentions.computeIfAbsent(row.getLong("entry_id"), first -> new ArrayList<>())
                            .add(row.getString("person_id"));
                });
        Map<Long, ToDoOfEntry> toDos = new HashMap<>();
        jdbc.sql("select entry_id, id, owner_id, due_on, state, closed_at is null as open from to_do"
                        + " where entry_id = any(:ids)")
                .param("ids", ids)
                .query(row -> {
                    toDos.put(
                            row.getLong("entry_id"),
                            new ToDoOfEntry(
                                    row.getString("id"),
                                    row.getString("owner_id"),
                                    row.getDate("due_on").toLocalDate(),
                                    ToDo.State.valueOf(row.getString("state")).code(),
                                    row.getBoolean("open")));
                });
        return entries.stream()
                .map(entry -> entry.with(mentions.getOrDefault(entry.id(), List.of()), toDos.get(entry.id())))
                .toList();
    }

    private LogEntry entry(ResultSet row, LogWords.@Nullable Question question) throws SQLException {
        String text = row.getString("text");
        Array competencies = row.getArray("competencies");
        return new LogEntry(
                row.getLong("id"),
                LogKind.valueOf(row.getString("kind")),
                row.getString("author_id"),
                row.getTimestamp("at").toInstant(),
                row.getDate("happened_on").toLocalDate(),
                row.getString("headline"),
                arguments(row.getString("arguments")),
                text,
                List.of((String[]) competencies.getArray()),
                List.of(),
                null,
                question == null ? Highlights.whole(text) : Highlights.of(text, question.words()));
    }

    @SuppressWarnings("unchecked")
    private List<Object> arguments(String written) {
        try {
            return json.readValue(written, List.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored entry cannot be read: " + written, broken);
        }
    }
}
