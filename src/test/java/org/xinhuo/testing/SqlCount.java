package org.xinhuo.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what is sent to the database, the engine's statements too; a batch counts as one. Import it where needed. */
@TestComponent
public class SqlCount implements BeanPostProcessor {

    private final AtomicLong sent = new AtomicLong();

    /** Work that may fail in any way. */
    @FunctionalInterface
    public interface Work {

        void run() throws Exception;
    }

    /** How many statements this work sends. */
    public long of(Work work) throws Exception {
        long before = sent.get();
        work.run();
        return sent.get() - before;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counting(source) : bean;
    }

    private final class Counting extends DelegatingDataSource {

        Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return (Connection) counting(super.getConnection(), Connection.class);
        }
    }

    private Object counting(Object target, Class<?> type) {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (target instanceof Statement && method.getName().startsWith("execute")) {
                        sent.incrementAndGet();
                    }
                    return wrapped(invoke(target, method, arguments));
                });
    }

    private Object wrapped(Object result) {
        if (result instanceof CallableStatement) {
            return counting(result, CallableStatement.class);
        }
        if (result instanceof PreparedStatement) {
            return counting(result, PreparedStatement.class);
        }
        return result instanceof Statement ? counting(result, Statement.class) : result;
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
