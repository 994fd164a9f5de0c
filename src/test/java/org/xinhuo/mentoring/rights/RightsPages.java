package org.xinhuo.mentoring.rights;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For each action of the table of rights the form or the page of our own that asks for it. */
final class RightsPages {

    private final RightsWorld world;
    private final JdbcClient jdbc;

    RightsPages(RightsWorld world, JdbcClient jdbc) {
        this.world = world;
        this.jdbc = jdbc;
    }

    /**
     * One form or page.
     *
     * @param path by the mentorship
     * @param fields what is typed, or null for a page that is only read
     */
    record Ask(Function<String, String> path, Map<String, String> fields) {

        boolean isForm() {
            return fields != null;
        }
    }

    /** The action comes first; further words tell calls of one action apart. */
    Map<String, Ask> all() {
        Map<String, Ask> pages = new LinkedHashMap<>();
        pages.put("READ_MENTORSHIP", read(""));
        pages.put("READ_MENTORSHIP coaching", read("/coaching"));
        pages.put("READ_MENTORSHIP mentors", read("/mentors"));
        pages.put("READ_PLAN", read("/plan"));
        pages.put("READ_PROGRESS", read("/progress"));
        pages.put("READ_LOG", read("/log"));
        pages.put("READ_LOG reason", form("/log/reading", Map.of("reason", "complaint")));
        pages.put("READ_MATERIALS", read("/materials"));
        pages.put("MARK_ACTION", form("/plan/actions/" + world.planAction, Map.of("done", "true")));
        pages.put("REQUEST_PLAN_CHANGE", form("/plan/changes", Map.of("request", "less")));
        pages.put("WRITE_PROGRESS add", form("/progress", Map.of("title", "more")));
        pages.put("WRITE_PROGRESS change", form("/progress/" + world.item, Map.of("note", "y", "version", "0")));
        pages.put("WRITE_PROGRESS remove", form("/progress/" + world.itemToGo + "/removal", Map.of("version", "0")));
        pages.put("SUGGEST_IMPROVEMENT", form("/progress/" + world.item + "/suggestions", Map.of("text", "x")));
        pages.put(
                "ANSWER_SUGGESTION",
                form("/progress/suggestions/" + world.suggestion + "/answer", Map.of("answer", "not-now")));
        pages.put(
                "RECOMMEND_RESOURCE",
                form(
                        "/coaching/recommend-resource",
                        Map.of("title", "t", "reason", "r", "link", "https://example.org/a")));
        pages.put(
                "CONNECT_DEPARTMENT",
                form("/coaching/connect-department", Map.of("contactId", "otto", "purpose", "p")));
        pages.put(
                "GIVE_GUIDANCE",
                form(
                        "/coaching/guidance",
                        Map.of(
                                "topic", "t",
                                "question", "q",
                                "advice", "a",
                                "minutes", "30",
                                "method", "video",
                                "heldOn", "2026-03-02")));
        pages.put("GIVE_GUIDANCE specificity", form("/coaching/specificity", Map.of("advice", "try")));
        pages.put("HAND_LOG_OVER", form("/log/hand-over", Map.of("extent", "nothing")));
        pages.put("WRITE_LOG", form("/log", Map.of("text", "words")));
        pages.put("PAUSE_MENTORSHIP", form("/pause", Map.of("until", "2026-03-20")));
        pages.put("RESUME_MENTORSHIP", form("/resume", Map.of()));
        pages.put(
                "NAME_SUBSTITUTE",
                form("/substitute", Map.of("mentorId", "li", "from", "2026-05-01", "until", "2026-05-30")));
        pages.put("WAIVE_ANSWER", form("/evaluation/waiver", Map.of("answer", "self", "reason", "long ill")));
        // The mentee asks first, and withdraws it; everybody else asks for the one that stays.
        Iterator<String> toDos = Stream.concat(Stream.of(world.toDoToGo), Stream.generate(() -> world.toDo))
                .iterator();
        pages.put(
                "FINISH_MENTEES_TODO withdraw",
                new Ask(id -> "/mentorships/" + id + "/todos/" + toDos.next() + "/withdrawal", Map.of()));
        pages.put("WITHDRAW_MENTORSHIP", form("/withdrawal", Map.of("reason", "wrong person")));
        pages.put("REQUEST_REMATCH", form("/change", Map.of()));
        // Comes last: the mentor ends it, and from then on zi stands in no more.
        pages.put("END_SUBSTITUTION", form("/substitute/end", Map.of()));
        return pages;
    }

    /** Everything of ours that a form could change, as one text: all tables but the trail, logins and the engine's. */
    String stored() {
        String tables = jdbc.sql("""
                        select string_agg(format('select %L as name, md5(coalesce(string_agg(t::text, '','' order by'
                            || ' t::text), '''')) as content from %I t', table_name, table_name), ' union all ')
                        from information_schema.tables where table_schema = current_schema()
                            and table_type = 'BASE TABLE' and left(table_name, 4) <> 'act_'
                            and left(table_name, 7) <> 'spring_' and table_name <> 'refusal'
                        """).query(String.class).single();
        return String.join(
                "\n",
                jdbc.sql("select name || ' ' || content from (" + tables + ") of_all order by 1")
                        .query(String.class)
                        .list());
    }

    private static Ask read(String rest) {
        return new Ask(id -> "/mentorships/" + id + rest, null);
    }

    private static Ask form(String rest, Map<String, String> fields) {
        return new Ask(id -> "/mentorships/" + id + rest, fields);
    }
}
