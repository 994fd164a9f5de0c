package org.xinhuo.engine;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;

/**
 * Work on the engine that our own rules have let pass: they decide who may, not the engine's grants, which are made for
 * its REST interface and Tasklist. Whoever is logged in stays logged in.
 */
@Component
public class HouseRules {

    /** {@code foreign_key_violation} of PostgreSQL. */
    private static final String FOREIGN_KEY = "23503";

    private final ProcessEngine engine;

    HouseRules(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * Does the work in the transaction that is open, and in one of its own where none is.
     *
     * @throws OptimisticLockingFailureException where somebody else changed the same in the same moment
     * @throws Refusal where the work ends with one, however deep the engine has wrapped it
     */
    public <T extends @Nullable Object> T apply(Callable<T> work) {
        try {
            return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(work));
        } catch (OptimisticLockingException sameMoment) {
            // A timer, or somebody else, was quicker. Said as our own collisions are.
            throw new OptimisticLockingFailureException("changed meanwhile", sameMoment);
        } catch (ProcessEnginePersistenceException gone) {
            if (!isOfSomethingGone(gone)) {
                throw gone;
            }
            throw new OptimisticLockingFailureException("gone meanwhile", gone);
        } catch (RuntimeException failure) {
            Refusal refusal = Refusal.in(failure);
            throw refusal == null ? failure : refusal;
        }
    }

    /** A task or an instance that ended in the same moment: what is stored for it has nothing to belong to any more. */
    private static boolean isOfSomethingGone(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && FOREIGN_KEY.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** The same for work without a result. */
    public void apply(Runnable work) {
        apply(() -> {
            work.run();
            return true;
        });
    }
}
