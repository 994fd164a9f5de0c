package org.xinhuo.mentoring.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/**
 * The ledger of all stages: whoever makes a fact of a mentorship records it here, in the same transaction. It knows no
 * stage and changes nothing that stands in it.
 */
@Component
public class CoachingLog {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final CompanyTime time;

    CoachingLog(JdbcClient jdbc, ObjectMapper json, CompanyTime time) {
        this.jdbc = jdbc;
        this.json = json;
        this.time = time;
    }

    /**
     * Adds an entry; a source that stands there already is not told twice.
     *
     * @return the entry's id, of the earlier one where there is one
     */
    @Transactional
    public long record(NewEntry entry) {
        Instant now = time.now();
        String text = LogWords.storable(entry.text());
        String author = entry.authorId() == null || entry.authorId().isEmpty() ? null : entry.authorId();
        return jdbc.sql("insert into log_entry (mentorship_id, kind, author_id, at, happened_on, headline, arguments,"
                        + " text, source_id, competencies, search) values (:mentorship, :kind, :author, :now, :day,"
                        + " :headline, :arguments, :text, :source, :competencies, cast(:search as tsvector))"
                        + " on conflict (mentorship_id, kind, source_id) where source_id is not null do nothing"
                        + " returning id")
                .param("mentorship", entry.mentorshipId())
                .param("kind", entry.kind().name())
                .param("author", author)
                .param("now", Timestamp.from(now))
                .param("day", Date.valueOf(Objects.requireNonNullElse(entry.happenedOn(), time.dayOf(now))))
                .param("headline", entry.headline())
                .param("arguments", written(entry.arguments()))
                .param("text", text)
                .param("source", entry.sourceId())
                .param("competencies", entry.competencies().toArray(String[]::new))
                .param("search", LogWords.indexed(entry.mentorshipId(), LogWords.searched(text, entry.arguments())))
                .query(Long.class)
                .optional()
                .orElseGet(() -> known(entry));
    }

    private long known(NewEntry entry) {
        return jdbc.sql("select id from log_entry where mentorship_id = :mentorship and kind = :kind"
                        + " and source_id = :source")
                .param("mentorship", entry.mentorshipId())
                .param("kind", entry.kind().name())
                .param("source", entry.sourceId())
                .query(Long.class)
                .single();
    }

    private String written(List<Object> arguments) {
        try {
            return json.writeValueAsString(arguments.stream()
                    .map(value -> value instanceof Number ? value : LogWords.storable(value.toString()))
                    .toList());
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("arguments must be texts and numbers: " + arguments, notJson);
        }
    }
}
