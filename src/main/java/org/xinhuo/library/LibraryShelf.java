package org.xinhuo.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;

/** What stands in a person's library. */
@Component
@Transactional(readOnly = true)
public class LibraryShelf {

    /** Which part of it. */
    public enum Part {
        ALL,
        MINE,
        SHARED,
        COMPANY
    }

    /**
     * A resource in a list, by the newest version that the reader may have.
     *
     * @param audience {@code private}, {@code mentorship}, {@code company} or {@code circle}
     * @param mentorshipId in which it was shared, or null
     * @param version from 1
     * @param size in bytes
     */
    public record Line(
            String id,
            String title,
            String ownerId,
            String audience,
            @Nullable String mentorshipId,
            int version,
            String fileName,
            String mediaType,
            long size,
            Instant uploadedAt) {}

    private final LibraryRights rights;
    private final Reach reach;
    private final ResourceCircles circles;
    private final JdbcClient jdbc;

    LibraryShelf(LibraryRights rights, Reach reach, ResourceCircles circles, JdbcClient jdbc) {
        this.rights = rights;
        this.reach = reach;
        this.circles = circles;
        this.jdbc = jdbc;
    }

    /**
     * The latest first.
     *
     * @param text what the title or the name of the file contains; empty for all
     */
    public List<Line> of(String personId, Part part, String text, int offset, int limit) {
        String condition = switch (part) {
            case ALL -> "";
            case MINE -> " and r.owner_id = :person";
            case SHARED ->
                " and r.owner_id <> :person and (r.audience = 'MENTORSHIP'"
                        + " or exists (select 1 from resource_grant g where g.resource_id = r.id and g.employee_id = :person))";
            case COMPANY -> " and r.audience = 'COMPANY'";
        };
        return lines("(" + Reach.RESOURCES + ")", Reach.VERSION, condition, personId, null, null, text, offset, limit);
    }

    /**
     * What was shared in a mentorship, as far as the reader may have it; who oversees sees the whole list.
     *
     * @param text what the title or the name of the file contains; empty for all
     * @throws Refusal where the reader may not see what there is, or there is no such mentorship
     */
    public List<Line> inMentorship(String mentorshipId, String personId, String text, int offset, int limit) {
        boolean whole = rights.oversees(personId, mentorshipId);
        if (!whole) {
            rights.check(personId, mentorshipId, MaterialsAction.READ_MATERIALS);
        }
        return lines(
                "(select id from resource where mentorship_id = :mentorship)",
                whole ? "r.withdrawn_at is null" : Reach.VERSION,
                "",
                personId,
                mentorshipId,
                null,
                text,
                offset,
                limit);
    }

    /** What is for a circle, the latest first: all of it for who belongs to it, else what is the person's own or given. */
    public List<Line> inCircle(String circle, String personId, int limit) {
        return lines(
                "(select id from resource where circle = :circle)",
                circles.mayRead(personId, circle) ? "r.withdrawn_at is null" : Reach.VERSION,
                "",
                personId,
                null,
                circle,
                "",
                0,
                limit);
    }

    private List<Line> lines(
            String ids,
            String versions,
            String condition,
            String personId,
            @Nullable String mentorshipId,
            @Nullable String circle,
            String text,
            int offset,
            int limit) {
        String found = text.isBlank() ? "" : " and (r.title ilike :text or v.file_name ilike :text)";
        return reach.bind(
                        jdbc.sql("select r.id, r.title, r.owner_id, lower(r.audience) as audience, r.mentorship_id, v.*"
                                + " from resource r cross join lateral (select v.* from resource_version v"
                                + " where v.resource_id = r.id and (" + versions + ")"
                                + " order by v.number desc limit 1) v"
                                + " where r.id in " + ids + condition + found
                                + " order by v.uploaded_at desc, r.id limit :limit offset :offset"),
                        personId,
                        null)
                .param("mentorship", mentorshipId)
                .param("circle", circle)
                .param("text", "%" + FileName.clean(text).replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("offset", offset)
                .param("limit", limit)
                .query(LibraryShelf::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getString("id"),
                row.getString("title"),
                row.getString("owner_id"),
                row.getString("audience"),
                row.getString("mentorship_id"),
                row.getInt("number"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getTimestamp("uploaded_at").toInstant());
    }
}
