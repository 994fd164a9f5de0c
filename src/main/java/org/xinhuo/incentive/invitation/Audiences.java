package org.xinhuo.incentive.invitation;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/**
 * Who is meant by the audience of a share: departments, lecturer groups, ids of people, or everybody, separated by
 * semicolons or commas. Looked up when it is needed, so that who joins a department is invited too.
 */
@Repository
@Transactional(readOnly = true)
public class Audiences {

    private static final Set<String> EVERYBODY = Set.of("all", "everybody", "全体", "全体员工", "所有人");

    /** Somebody who works here on the day of a share. */
    private static final String ACTIVE = "(e.left_on is null or e.left_on > :today)";

    private final JdbcClient jdbc;
    private final CompanyTime time;

    Audiences(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** What is written, in parts. */
    public static List<String> parts(@Nullable String written) {
        return written == null
                ? List.of()
                : Arrays.stream(written.split("[;；,，、\\n]"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .toList();
    }

    /** Everybody who is meant, and those on the attendance list; one statement, however many. */
    Set<String> of(String shareId, @Nullable String written) {
        List<String> parts = parts(written);
        boolean everybody = parts.stream().anyMatch(Audiences::meansEverybody);
        return new TreeSet<>(jdbc.sql("select e.id from employee e where " + ACTIVE
                        + " and (:everybody or e.department = any(:parts) or e.id = any(:parts)"
                        + " or exists (select 1 from lecturer l where l.employee_id = e.id"
                        + "     and l.lecturer_group = any(:parts))"
                        + " or exists (select 1 from share_attendance a where a.share_id = :share"
                        + "     and a.employee_id = e.id))")
                .param("today", time.today())
                .param("everybody", everybody)
                .param("parts", parts.toArray(String[]::new))
                .param("share", shareId)
                .query(String.class)
                .list());
    }

    /** Whether this person, who works here, is meant or on the attendance list. */
    public boolean includes(String shareId, @Nullable String written, String personId) {
        List<String> parts = parts(written);
        return jdbc.sql("select exists (select 1 from employee e where e.id = :person and " + ACTIVE
                        + " and (:everybody or e.department = any(:parts) or e.id = any(:parts)"
                        + " or exists (select 1 from lecturer l where l.employee_id = e.id"
                        + "     and l.lecturer_group = any(:parts))"
                        + " or exists (select 1 from share_attendance a where a.share_id = :share"
                        + "     and a.employee_id = e.id)))")
                .param("person", personId)
                .param("today", time.today())
                .param("everybody", parts.stream().anyMatch(Audiences::meansEverybody))
                .param("parts", parts.toArray(String[]::new))
                .param("share", shareId)
                .query(Boolean.class)
                .single();
    }

    /** Those parts that mean nobody whom we know: no department, no lecturer group, no person. */
    public Set<String> unknown(@Nullable String written) {
        Set<String> unknown = new LinkedHashSet<>(parts(written));
        unknown.removeIf(Audiences::meansEverybody);
        jdbc.sql("select part from unnest(:parts) as part where exists (select 1 from employee e where " + ACTIVE
                        + " and (e.department = part or e.id = part))"
                        + " or exists (select 1 from lecturer l where l.lecturer_group = part)")
                .param("today", time.today())
                .param("parts", unknown.toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(unknown::remove);
        return unknown;
    }

    private static boolean meansEverybody(String part) {
        return EVERYBODY.contains(part.toLowerCase(Locale.ROOT));
    }
}
