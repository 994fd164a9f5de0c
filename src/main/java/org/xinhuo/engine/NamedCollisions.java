package org.xinhuo.engine;

import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation.State;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * Writes what a command has changed; that somebody else changed the same in the same moment is said as what it is. The
 * engine sees it where a revision differs or an insert finds its parent gone. Where it deletes what has a child
 * that it has not seen (a deadline passes while somebody answers), or where the database breaks a deadlock, it speaks of the
 * persistence layer, and a form answers with an internal error. Both are nothing but collisions: the form is tried again.
 * A job that deletes loses one of its attempts all the same: a collision costs none, and were it no collision after all,
 * nobody would ever hear of it.
 */
final class NamedCollisions extends DbEntityManager {

    /** {@code foreign_key_violation} of PostgreSQL. */
    private static final String FOREIGN_KEY = "23503";

    /** {@code deadlock_detected} of PostgreSQL. */
    private static final String DEADLOCK = "40P01";

    private NamedCollisions(IdGenerator ids, PersistenceSession session) {
        super(ids, session);
    }

    static SessionFactory sessions() {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return DbEntityManager.class;
            }

            @Override
            public Session openSession() {
                return new NamedCollisions(
                        Context.getProcessEngineConfiguration().getIdGenerator(),
                        Context.getCommandContext().getSession(PersistenceSession.class));
            }
        };
    }

    @Override
    protected void flushDbOperations(List<DbOperation> operationsToFlush, List<DbOperation> allOperations) {
        try {
            super.flushDbOperations(operationsToFlush, allOperations);
        } catch (OptimisticLockingException named) {
            throw named;
        } catch (ProcessEngineException failure) {
            if (!isCollision(failure, allOperations)) {
                throw failure;
            }
            OptimisticLockingException collision =
                    new OptimisticLockingException("Changed by another transaction in the same moment", failure);
            collision.setCode(failure.getCode());
            throw collision;
        }
    }

    private static boolean isCollision(ProcessEngineException failure, List<DbOperation> operations) {
        String state = stateOf(failure);
        return DEADLOCK.equals(state)
                || FOREIGN_KEY.equals(state)
                        && Context.getJobExecutorContext() == null
                        && operations.stream()
                                .anyMatch(one -> one.getState() == State.FAILED_ERROR
                                        && one.getOperationType() == DbOperationType.DELETE);
    }

    private static String stateOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                return refused.getSQLState();
            }
        }
        return "";
    }
}
