package org.xinhuo.engine;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
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
        } catch (RuntimeException failure) {
            Refusal refusal = Refusal.in(failure);
            throw refusal == null ? failure : refusal;
        }
    }

    /** The same for work without a result. */
    public void apply(Runnable work) {
        apply(() -> {
            work.run();
            return true;
        });
    }
}
