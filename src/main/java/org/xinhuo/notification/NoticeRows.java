package org.xinhuo.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xinhuo.notification.Notices.Notice;

/** A notice as its table has it. */
@Component
class NoticeRows {

    /** Of the table {@code notice n}; what {@link #notice} reads. */
    static final String COLUMNS =
            "n.id, n.code, n.arguments, n.link, n.at_once, n.created_at, n.read_at is not null as was_read";

    private final ObjectMapper json;

    NoticeRows(ObjectMapper json) {
        this.json = json;
    }

    Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getString("code"),
                read(row.getString("arguments")),
                row.getString("link"),
                row.getBoolean("at_once"),
                row.getTimestamp("created_at").toInstant(),
                row.getBoolean("was_read"));
    }

    String written(List<Object> arguments) {
        try {
            return json.writeValueAsString(arguments);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("arguments must be texts and numbers: " + arguments, notJson);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Object> read(String arguments) {
        try {
            return json.readValue(arguments, List.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored notice cannot be read: " + arguments, broken);
        }
    }
}
