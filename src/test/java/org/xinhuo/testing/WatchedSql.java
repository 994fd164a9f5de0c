package org.xinhuo.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Sees everything that is sent to the database, the engine's statements too; a batch is sent once. */
abstract class WatchedSql implements BeanPostProcessor {

    /** Before a statement is sent. */
    abstract void sending() throws SQLException;

    /** Before a commit. */
    void committing() throws SQLException {}

    /** After a commit. */
    void committed() throws SQLException {}

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Watched(source) : bean;
    }

    private final class Watched extends DelegatingDataSource {

        Watched(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return (Connection) watched(super.getConnection(), Connection.class);
        }
    }

    private Object watched(Object target, Class<?> type) {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (target instanceof Statement && method.getName().startsWith("execute")) {
                        sending();
                    }
                    boolean commit =
                            target instanceof Connection && method.getName().equals("commit");
                    if (commit) {
                        committing();
                    }
                    Object result = invoke(target, method, arguments);
                    if (commit) {
                        committed();
                    }
                    return wrapped(result);
                });
    }

    private Object wrapped(Object result) {
        if (result instanceof CallableStatement) {
            return watched(result, CallableStatement.class);
        }
        if (result instanceof PreparedStatement) {
            return watched(result, PreparedStatement.class);
        }
        return result instanceof Statement ? watched(result, Statement.class) : result;
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
