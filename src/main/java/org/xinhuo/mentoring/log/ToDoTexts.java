package org.xinhuo.mentoring.log;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The words of to-dos, which stand in their entries of the log. */
@Component
@Transactional(readOnly = true)
public class ToDoTexts {

    private final JdbcClient jdbc;

    ToDoTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String of(ToDo toDo) {
        return jdbc.sql("select text from log_entry where id = :id")
                .param("id", toDo.entryId())
                .query(String.class)
                .single();
    }

    /** The beginning, in one line. @param length characters at most */
    public String excerpt(ToDo toDo, int length) {
        return excerpt(of(toDo), length);
    }

    /** By the to-do's id, in one statement. Ids of something else are missing. */
    public Map<String, String> excerpts(Collection<String> toDoIds, int length) {
        Map<String, String> excerpts = new HashMap<>();
        jdbc.sql("select t.id, e.text from to_do t join log_entry e on e.id = t.entry_id where t.id = any(:ids)")
                .param("ids", toDoIds.toArray(String[]::new))
                .query(row -> {
                    excerpts.put(row.getString("id"), excerpt(row.getString("text"), length));
                });
        return excerpts;
    }

    private static String excerpt(String text, int length) {
        String line = text.replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= length) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, length)) + "…";
    }
}
