package org.xinhuo.incentive.invitation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.incentive.sharing.KnownAudiences;

/**
 * Who is meant by the audience of a share: departments, lecturer groups, ids of people, or everybody, separated by
 * semicolons or commas. Looked up when it is needed, so that who joins a department is invited too.
 */
@Repository
@Transactional(readOnly = true)
public class Audiences implements KnownAudiences {

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

    /**
     * Those of some shares that stand otherwise in the calendars of lecturer and audience than they should: one
     * statement, however many shares and people.
     *
     * @param shares their ids, with the audience as it is written; null where it is not the time of the audience yet,
     *     nor of the attendance list
     */
    Set<String> outdated(Map<String, Optional<String>> shares) {
        List<String> partOf = new ArrayList<>();
        List<String> allParts = new ArrayList<>();
        List<String> forEverybody = new ArrayList<>();
        List<String> near = new ArrayList<>();
        shares.forEach((share, written) -> written.ifPresent(audience -> {
            List<String> parts = parts(audience);
            near.add(share);
            if (parts.stream().anyMatch(Audiences::meansEverybody)) {
                forEverybody.add(share);
            }
            parts.forEach(part -> {
                partOf.add(share);
                allParts.add(part);
            });
        }));
        return new TreeSet<>(jdbc.sql("""
                        with part as (select * from unnest(:partOf, :parts) as p (share_id, name)),
                        working as materialized (select e.id, e.department from employee e where """ + ACTIVE + """
                            ),
                        meant as (
                            select p.share_id, e.id as person_id from part p join working e on e.department = p.name
                            union select p.share_id, e.id from part p join working e on e.id = p.name
                            union select p.share_id, e.id from part p
                                join lecturer l on l.lecturer_group = p.name join working e on e.id = l.employee_id
                            union select s, e.id from unnest(:forEverybody) as s cross join working e
                            union select a.share_id, e.id from share_attendance a
                                join working e on e.id = a.employee_id where a.share_id = any(:near)
                            union select s.id, s.lecturer_id from share s where s.id = any(:all)),
                        known as (
                            select i.share_id, i.person_id, i.sequence = s.calendar_sequence as current
                            from share_invitation i join share s on s.id = i.share_id
                            where i.share_id = any(:all) and i.withdrawn_at is null)
                        select distinct coalesce(meant.share_id, known.share_id) from meant
                        full join known on known.share_id = meant.share_id and known.person_id = meant.person_id
                        where meant.person_id is null or known.person_id is null or not known.current
                        """)
                .param("today", time.today())
                .param("partOf", partOf.toArray(String[]::new))
                .param("parts", allParts.toArray(String[]::new))
                .param("forEverybody", forEverybody.toArray(String[]::new))
                .param("near", near.toArray(String[]::new))
                .param("all", shares.keySet().toArray(String[]::new))
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

    @Override
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
