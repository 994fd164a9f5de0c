package org.xinhuo.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** Looks up who works here today, by what a search form knows; one statement a question, however many people. */
@Component
public class Directory {

    /** What a list shows of a person. */
    public record Entry(String id, String name, @Nullable String email) {}

    /** By what a list is sorted. */
    public enum Sorting {
        ID,
        NAME,
        EMAIL
    }

    /**
     * What to look for; null or empty means that anything will do.
     *
     * @param nameLike a pattern with {@code %} and {@code _}, as are all that end in "like"
     * @param group one of {@link Groups#ALL}
     */
    public record Search(
            @Nullable Collection<String> ids,
            @Nullable String name,
            @Nullable String nameLike,
            @Nullable String email,
            @Nullable String emailLike,
            @Nullable String group) {

        public static Search byId(String id) {
            return new Search(List.of(id), null, null, null, null, null);
        }
    }

    private final JdbcClient jdbc;
    private final CompanyTime time;

    Directory(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @Transactional(readOnly = true)
    public long count(Search search) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        return jdbc.sql("select count(*) from employee e" + where(search, parameters))
                .params(parameters)
                .query(Long.class)
                .single();
    }

    /** @param limit how many at most, from {@code offset} on */
    @Transactional(readOnly = true)
    public List<Entry> find(Search search, Sorting sorting, boolean descending, int offset, int limit) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String where = where(search, parameters);
        String direction = descending ? " desc" : "";
        String order = switch (sorting) {
            case ID -> "e.id" + direction;
            case NAME -> "e.name" + direction + ", e.id";
            case EMAIL -> "e.email" + direction + " nulls last, e.id";
        };
        return jdbc.sql("select e.id, e.name, e.email from employee e" + where + " order by " + order
                        + " limit :limit offset :offset")
                .params(parameters)
                .param("limit", limit)
                .param("offset", offset)
                .query(Directory::entry)
                .list();
    }

    private String where(Search search, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        conditions.add("(e.left_on is null or e.left_on > :today)");
        parameters.put("today", time.today());
        Collection<String> ids = search.ids();
        if (ids != null) {
            // Text columns hold no NUL, and the driver refuses to ask for one.
            List<String> possible =
                    ids.stream().filter(id -> id.indexOf('\0') < 0).toList();
            conditions.add("e.id = any(:ids)");
            parameters.put("ids", possible.toArray(String[]::new));
        }
        add(conditions, parameters, "e.name = :name", "name", search.name());
        add(conditions, parameters, "e.name like :nameLike", "nameLike", search.nameLike());
        add(conditions, parameters, "e.email = :email", "email", search.email());
        add(conditions, parameters, "e.email like :emailLike", "emailLike", search.emailLike());
        add(
                conditions,
                parameters,
                "e.id in (select person from (" + Groups.MEMBERSHIP + ") g where member_of = :group)",
                "group",
                search.group());
        return " where " + String.join(" and ", conditions);
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable String value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value.replace("\0", ""));
        }
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(row.getString("id"), row.getString("name"), row.getString("email"));
    }
}
