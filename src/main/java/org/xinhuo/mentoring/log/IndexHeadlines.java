package org.xinhuo.mentoring.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Indexes the entries of before anew whose headline names something. Entries of the log are only added to; what changes
 * here is how they are found and not what they say, and the trigger is put aside for this one transaction.
 */
@Component
class IndexHeadlines implements JavaMigration {

    private static final int BATCH = 500;

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("345");
    }

    @Override
    public String getDescription() {
        return "index headlines";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement trigger = connection.createStatement()) {
            trigger.execute("alter table log_entry disable trigger log_entry_is_append_only");
            index(connection);
            trigger.execute("alter table log_entry enable trigger log_entry_is_append_only");
        }
    }

    private void index(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                PreparedStatement update =
                        connection.prepareStatement("update log_entry set search = cast(? as tsvector) where id = ?")) {
            select.setFetchSize(BATCH);
            try (ResultSet rows = select.executeQuery(
                    "select id, mentorship_id, text, arguments from log_entry where arguments like '%\"%'")) {
                int waiting = 0;
                while (rows.next()) {
                    String searched = LogWords.searched(rows.getString("text"), arguments(rows.getString("arguments")));
                    update.setString(1, LogWords.indexed(rows.getString("mentorship_id"), searched));
                    update.setLong(2, rows.getLong("id"));
                    update.addBatch();
                    if (++waiting % BATCH == 0) {
                        update.executeBatch();
                    }
                }
                update.executeBatch();
            }
        }
    }

    private List<?> arguments(String written) {
        try {
            return json.readValue(written, List.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored entry cannot be read: " + written, broken);
        }
    }
}
