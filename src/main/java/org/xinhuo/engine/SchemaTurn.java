package org.xinhuo.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Nodes that start on an empty database at the same moment let one of them make the engine's tables: the engine itself
 * looks first and creates then, and the second one would fail.
 */
@Component
class SchemaTurn extends AbstractProcessEnginePlugin {

    private final DataSource dataSource;
    private @Nullable Connection holding;

    SchemaTurn(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        try {
            Connection connection = dataSource.getConnection();
            run(connection, "select pg_advisory_lock(" + StartLock.NUMBER + ")");
            holding = connection;
        } catch (SQLException failure) {
            throw new IllegalStateException("no turn to make the engine's tables", failure);
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        Connection connection = holding;
        if (connection == null) {
            return;
        }
        holding = null;
        try (connection) {
            run(connection, "select pg_advisory_unlock(" + StartLock.NUMBER + ")");
        } catch (SQLException failure) {
            throw new IllegalStateException("the turn to make the engine's tables cannot be given back", failure);
        }
    }

    /** The lock belongs to the session, not to this transaction, which ends at once. */
    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }
}
