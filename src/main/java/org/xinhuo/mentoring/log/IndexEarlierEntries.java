package org.xinhuo.mentoring.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the entries that SQL brought over from before the log their words, which only {@link LogWords} knows. */
@Component
class IndexEarlierEntries implements JavaMigration {

    private static final int BATCH = 500;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("111");
    }

    @Override
    public String getDescription() {
        return "index earlier entries";
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
        try (Statement select = connection.createStatement();
                PreparedStatement update =
                        connection.prepareStatement("update log_entry set search = cast(? as tsvector) where id = ?")) {
            select.setFetchSize(BATCH);
            try (ResultSet rows =
                    select.executeQuery("select id, mentorship_id, text from log_entry where search = ''::tsvector")) {
                int waiting = 0;
                while (rows.next()) {
                    update.setString(1, LogWords.indexed(rows.getString("mentorship_id"), rows.getString("text")));
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
}
