package org.xinhuo.incentive.template;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Groups;

/** Outlines by topic, kept by HR and process owners; everybody who gives a share starts from the one that fits. */
@Component
@Transactional
public class Outlines {

    /** Where the title of the share goes, and its length in minutes. */
    public static final String TITLE = "{title}";

    public static final String MINUTES = "{minutes}";

    public static final int LONGEST_TOPIC = 50;
    public static final int LONGEST_TEXT = 8_000;

    private static final Set<String> KEEPERS = Set.of("hr", "process-owner", "camunda-admin");

    private final JdbcClient jdbc;
    private final Groups groups;
    private final CompanyTime time;

    Outlines(JdbcClient jdbc, Groups groups, CompanyTime time) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.time = time;
    }

    /**
     * The outline of one topic.
     *
     * @param topic a tag as lecturers have it; what the title of a share contains
     * @param outline with {@code {title}} and {@code {minutes}} where those of the share go
     * @param version counts the edits, from 1
     */
    public record Outline(
            String topic, String outline, @Nullable String cases, String editedBy, Instant editedAt, int version) {}

    @Transactional(readOnly = true)
    public boolean mayKeep(String personId) {
        return groups.of(personId).stream().anyMatch(KEEPERS::contains);
    }

    /** By topic. */
    @Transactional(readOnly = true)
    public List<Outline> all() {
        return jdbc.sql("select * from share_outline order by topic")
                .query(Outlines::outline)
                .list();
    }

    /** Topics of lecturers that have no outline yet, by name. */
    @Transactional(readOnly = true)
    public List<String> without() {
        return jdbc.sql("select distinct trim(t) from lecturer, unnest(string_to_array(topics, ';')) as t"
                        + " where trim(t) <> ''"
                        + " and not exists (select 1 from share_outline o where lower(o.topic) = lower(trim(t)))"
                        + " order by 1")
                .query(String.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Outline> find(String topic) {
        return jdbc.sql("select * from share_outline where topic = :topic")
                .param("topic", topic)
                .query(Outlines::outline)
                .optional();
    }

    /**
     * Writes an outline, new or edited.
     *
     * @param version which the editor has read; 0 for a new one
     * @throws Refusal without the right, where a text is missing or too long, and where somebody else edited it meanwhile
     */
    public void keep(
            @Nullable String topic, @Nullable String outline, @Nullable String cases, int version, String editor) {
        if (!mayKeep(editor)) {
            throw Refusal.forbidden("content.outline.notYours");
        }
        String kept = required("topic", topic, LONGEST_TOPIC);
        int written = jdbc.sql("insert into share_outline as o (topic, outline, cases, edited_by, edited_at)"
                        + " select :topic, :outline, cast(:cases as text), :by, :now"
                        + " where :version = 0 or exists (select 1 from share_outline where topic = :topic)"
                        + " on conflict (topic) do update set outline = excluded.outline, cases = excluded.cases,"
                        + " edited_by = excluded.edited_by, edited_at = excluded.edited_at, version = o.version + 1"
                        + " where o.version = :version")
                .param("topic", kept)
                .param("outline", required("outline", outline, LONGEST_TEXT))
                .param("cases", cases == null || cases.isBlank() ? null : required("cases", cases, LONGEST_TEXT))
                .param("by", editor)
                .param("now", Timestamp.from(time.now()))
                .param("version", version)
                .update();
        if (written == 0) {
            throw Refusal.conflict("content.outline.changed", kept);
        }
    }

    /** @throws Refusal without the right, and where there is none */
    public void remove(String topic, String editor) {
        if (!mayKeep(editor)) {
            throw Refusal.forbidden("content.outline.notYours");
        }
        if (jdbc.sql("delete from share_outline where topic = :topic")
                        .param("topic", topic)
                        .update()
                == 0) {
            throw Refusal.notFound("content.outline.unknown", topic);
        }
    }

    private static String required(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid(field, "form.required", field);
        }
        String plain = text.replace("\r\n", "\n").strip();
        if (plain.length() > longest || plain.indexOf('\0') >= 0) {
            throw Refusal.invalid(field, "form.tooLong", field, longest);
        }
        return plain;
    }

    private static Outline outline(ResultSet row, int number) throws SQLException {
        return new Outline(
                row.getString("topic"),
                row.getString("outline"),
                row.getString("cases"),
                row.getString("edited_by"),
                row.getTimestamp("edited_at").toInstant(),
                row.getInt("version"));
    }
}
